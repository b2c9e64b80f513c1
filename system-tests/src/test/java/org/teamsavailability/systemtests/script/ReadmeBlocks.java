package org.teamsavailability.systemtests.script;

import java.util.List;
import java.util.Map;

/** The shell blocks of README.md: those that a test runs, and why it runs the others not. */
public final class ReadmeBlocks {

    static final String DOCUMENT = "README.md";

    /** Run against the stack of the tests, in this order. */
    private static final List<String> RUN = List.of("Two commands 2", "Set a service desk up 1");

    /** Parsed only. */
    private static final Map<String, String> NOT_RUN =
            Map.of(
                    "Two commands 1", "starts a stack, and runs all tests",
                    "With Docker Compose 1", "needs an engine for containers and Microsoft",
                    "With Docker Compose 2", "needs an engine for containers",
                    "On Kubernetes 1", "needs a cluster, and a registry for images");

    private ReadmeBlocks() {}

    /** Those that are run, in the order in which a newcomer comes by them. */
    public static List<ShellBlock> toRun() {
        return ShellBlock.of(DOCUMENT).stream()
                .filter(block -> RUN.contains(block.heading()))
                .toList();
    }

    static boolean isClassified(ShellBlock block) {
        return RUN.contains(block.heading()) != NOT_RUN.containsKey(block.heading());
    }
}

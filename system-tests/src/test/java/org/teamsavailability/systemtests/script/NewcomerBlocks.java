package org.teamsavailability.systemtests.script;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The shell blocks that a newcomer meets first: those that a test runs, and why it does not run the
 * others.
 */
public final class NewcomerBlocks {

    private static final List<String> DOCUMENTS =
            List.of("README.md", "docs/set-up.md", "docs/compose.md", "docs/kubernetes.md");

    /** Run against the stack of the tests, in this order. */
    private static final List<String> RUN =
            List.of("README.md: Run it 2", "docs/set-up.md: With the quickstart 1");

    /** Parsed only. */
    private static final Map<String, String> NOT_RUN =
            Map.of(
                    "README.md: Run it 1", "starts a stack, and runs all tests",
                    "docs/compose.md: An installation on one machine 1",
                            "needs an engine for containers and Microsoft",
                    "docs/compose.md: With a simulated Microsoft 1",
                            "needs an engine for containers",
                    "docs/kubernetes.md: Installing the chart 1",
                            "needs a cluster, and a registry for images");

    private NewcomerBlocks() {}

    /** All blocks, in the order of the documents. */
    static Stream<ShellBlock> all() {
        return DOCUMENTS.stream().flatMap(document -> ShellBlock.of(document).stream());
    }

    /** Those that are run, in the order in which a newcomer reads them. */
    public static List<ShellBlock> toRun() {
        return all().filter(block -> RUN.contains(block.toString())).toList();
    }

    static boolean isClassified(ShellBlock block) {
        return RUN.contains(block.toString()) != NOT_RUN.containsKey(block.toString());
    }
}

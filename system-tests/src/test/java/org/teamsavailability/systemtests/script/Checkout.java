package org.teamsavailability.systemtests.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teamsavailability.testsupport.Patience;

/**
 * The scripts in a checkout of their own, with a JDK and a Maven that only write down how they were
 * called. A script's run therefore takes milliseconds.
 */
final class Checkout {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String RESOURCES =
            "local-stack/src/main/resources/org/teamsavailability/localstack/command";

    private final Path root;
    private final Path tools;

    /**
     * What a script ended with.
     *
     * @param exitCode of the process
     * @param out its standard output
     * @param err its standard error
     */
    record Run(int exitCode, String out, String err) {}

    /**
     * @param directory an empty one
     */
    Checkout(Path directory) throws IOException {
        root = Files.createDirectories(directory.resolve("a checkout"));
        tools = directory.resolve("tools");
        for (var script : List.of("quickstart", "verify", "jdk25.sh", "checkout-lock.sh")) {
            Files.copy(ROOT.resolve(script), root.resolve(script));
        }
        Files.createDirectories(root.resolve(".ci"));
        Files.copy(ROOT.resolve(".ci/checkout-version"), root.resolve(".ci/checkout-version"));
        copyResources();
        write(root.resolve("pom.xml"), "<project>\n    <version>1.2.3</version>\n</project>\n");
        write(root.resolve("local-stack/pom.xml"), "<project/>\n");
        program("bin/javac", "echo 'Picked up JAVA_TOOL_OPTIONS: -Dx' >&2; echo javac 25.0.1");
        program("bin/java", "echo java; printf '%s\\n' \"$@\"; env >> \"$CALLS/java.env\"");
        program("mvn", "echo \"mvn $MAVEN_OPTS\" >> \"$CALLS/mvn\"");
    }

    private void copyResources() throws IOException {
        try (var files = Files.walk(ROOT.resolve(RESOURCES))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = root.resolve(ROOT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Replaces a program of the tools, such as {@code mvn} or {@code bin/java}. */
    void program(String name, String script) throws IOException {
        var file = tools.resolve(name);
        write(file, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** As after a build: nothing has changed since. */
    void built() throws IOException {
        write(root.resolve("local-stack/target/quickstart-built"), "");
    }

    /** As after a change of the sources. */
    void changed() throws IOException {
        var later = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(root.resolve("local-stack/pom.xml"), later);
    }

    /** What Maven was called with, a line a call. */
    List<String> builds() throws IOException {
        var calls = tools.resolve("mvn.calls/mvn");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** A file by which a program of the tools and a test tell each other how far they are. */
    Path signal(String name) {
        return tools.resolve(name);
    }

    /** The variables that a run has. */
    Map<String, String> environment() throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", tools.toString());
        environment.put("HOME", tools.toString());
        environment.put("CALLS", Files.createDirectories(tools.resolve("mvn.calls")).toString());
        environment.put("SIGNALS", tools.toString());
        return environment;
    }

    Run run(String script, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), script, arguments);
    }

    /** Runs it to its end with further variables; a blank one is not set. */
    Run run(Map<String, String> variables, String script, String... arguments)
            throws IOException, InterruptedException {
        return start(variables, script, arguments).end();
    }

    /**
     * A script that runs.
     *
     * @param out where its standard output goes
     * @param err where its standard error goes
     */
    record Started(Process process, Path out, Path err) {

        /** Waits for its end; fails where it does not come. */
        Run end() throws IOException, InterruptedException {
            try {
                assertThat(process.waitFor(Patience.PATIENCE)).as("it ends").isTrue();
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    Started start(Map<String, String> variables, String script, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of("bash", root.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(tools, "out", ".txt");
        var err = Files.createTempFile(tools, "err", ".txt");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.environment().putAll(variables);
        builder.environment().values().removeIf(String::isBlank);
        return new Started(builder.start(), out, err);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }
}

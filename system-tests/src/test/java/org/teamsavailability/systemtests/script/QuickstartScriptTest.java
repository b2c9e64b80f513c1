package org.teamsavailability.systemtests.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./quickstart} does before the program behind it starts. */
class QuickstartScriptTest {

    @TempDir private Path directory;
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws Exception {
        checkout = new Checkout(directory);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "--bogus, '--bogus' is not known here",
                "demo --fast, '--fast' is not known here",
                "demo twice, 'twice' is not known here",
                "dance, 'dance' is not a command"
            })
    void refusesUnknownArgumentsBeforeItBuilds(String arguments, String message) throws Exception {
        var run = checkout.run("quickstart", arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(message).hasLineCount(1);
        assertThat(checkout.builds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    MICROSOFT_CLIENT_ID=app                                                         | MICROSOFT_CLIENT_ID is set without a credential
                    MICROSOFT_CLIENT_ID_CHINA=app                                                   | MICROSOFT_CLIENT_ID_CHINA is set without a credential
                    MICROSOFT_CLIENT_SECRET=s                                                       | MICROSOFT_CLIENT_ID is not set, but MICROSOFT_CLIENT_SECRET is
                    MICROSOFT_GRAPH_URL=http://localhost:9                                          | MICROSOFT_CLIENT_ID is not set, but MICROSOFT_GRAPH_URL is
                    MICROSOFT_CLIENT_ID=app MICROSOFT_CLIENT_SECRET=s MICROSOFT_CLIENT_CERTIFICATE=c | MICROSOFT_CLIENT_SECRET and MICROSOFT_CLIENT_CERTIFICATE are both set
                    MICROSOFT_CLIENT_ID=app MICROSOFT_CLIENT_SECRET_FILE=/nowhere                   | MICROSOFT_CLIENT_SECRET_FILE is '/nowhere', a file that cannot be read
                    QUICKSTART_PATIENCE=soon                                                        | QUICKSTART_PATIENCE is 'soon', allowed: seconds
                    """)
    void saysWhichVariableIsMissingOrWrongBeforeItBuilds(String variables, String message)
            throws Exception {
        var run = checkout.run(variables(variables), "quickstart");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(message).hasLineCount(1);
        assertThat(checkout.builds()).isEmpty();
    }

    @Test
    void refusesTheDemoWithMicrosoftItself() throws Exception {
        var variables = variables("MICROSOFT_CLIENT_ID=app MICROSOFT_CLIENT_SECRET=s");

        var run = checkout.run(variables, "quickstart", "demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("The demo needs the simulated Microsoft");
        assertThat(checkout.run(variables, "quickstart").exitCode()).isZero();
    }

    @Test
    void buildsOnceAndAgainAfterAChange() throws Exception {
        assertThat(checkout.run("quickstart", "demo").out()).contains("java\n", "\ndemo\n");
        checkout.run("quickstart", "demo");
        assertThat(checkout.builds()).hasSize(1);

        checkout.changed();
        checkout.run("quickstart", "demo");
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void buildsOnceWhereTwoAreStartedAtOnce() throws Exception {
        checkout.program(
                "mvn",
                """
                echo mvn >> "$CALLS/mvn"
                until [ -e "$SIGNALS/go" ]; do sleep 0.02; done
                """);
        var first = checkout.start(Map.of(), "quickstart", "demo");
        await().until(() -> !checkout.builds().isEmpty());
        var second = checkout.start(Map.of(), "quickstart", "demo");
        await().until(() -> Files.readString(second.err()).contains("waiting for it"));

        Files.createFile(checkout.signal("go"));

        assertThat(first.end().exitCode()).isZero();
        assertThat(second.end().exitCode()).isZero();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void replacesNoFilesOfAStackThatRuns() throws Exception {
        checkout.built();
        checkout.program(
                "bin/java",
                """
                touch "$SIGNALS/up"
                until [ -e "$SIGNALS/go" ]; do sleep 0.02; done
                """);
        var stack = checkout.start(Map.of(), "quickstart");
        await().until(() -> Files.exists(checkout.signal("up")));
        checkout.changed();

        var other = checkout.run("quickstart");

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).startsWith("A stack of this checkout is up");
        assertThat(checkout.builds()).isEmpty();
        Files.createFile(checkout.signal("go"));
        assertThat(stack.end().exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void keepsTheUsersOptionsButThoseThatTakeAPort(String variable) throws Exception {
        checkout.built();
        checkout.program("bin/java", "echo \"$" + variable + "\"; printf '%s\\n' \"$@\"");

        var run =
                checkout.run(
                        Map.of(
                                variable,
                                "-Dx=y -agentlib:jdwp=transport=dt_socket,address=5005"
                                        + " -Dcom.sun.management.jmxremote.port=9999 -XX:+UseG1GC"),
                        "quickstart");

        assertThat(run.out()).startsWith("-Dx=y -XX:+UseG1GC\n").doesNotContain("UseSerialGC");
        assertThat(run.err()).contains(variable + ": -agentlib:jdwp is left out");
    }

    @Test
    void leavesTheCollectorOfMavenToTheUser() throws Exception {
        checkout.run(Map.of("MAVEN_OPTS", "-XX:+UseParallelGC"), "quickstart");

        assertThat(checkout.builds())
                .singleElement()
                .asString()
                .contains("UseParallelGC")
                .doesNotContain("UseSerialGC");
    }

    @Test
    void passesThePatienceOn() throws Exception {
        checkout.built();

        assertThat(checkout.run(Map.of("QUICKSTART_PATIENCE", "900"), "quickstart").out())
                .contains("-Dlocalstack.patience=900\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOME", "TERM", "LANG"})
    void needsNoVariable(String missing) throws Exception {
        assertThat(checkout.run(Map.of(missing, ""), "quickstart").exitCode()).isZero();
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        checkout.program("mvn", "exit 1");
        Files.delete(checkout.signal("mvn"));

        var run = checkout.run(Map.of("PATH", withoutMaven(checkout.environment())), "quickstart");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Maven is not found");
    }

    @Test
    void showsWhyTheBuildFailed() throws Exception {
        checkout.program("mvn", "echo '[INFO] a module'; echo '[ERROR] no network'; exit 1");

        var run = checkout.run("quickstart");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("[ERROR] no network", "quickstart-build.log");
        assertThat(run.out()).doesNotContain("java\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask --desk d --candidates a", "fallbacks", "desk --id d"})
    void endsWithThreeWhereNothingWasEverBuilt(String arguments) throws Exception {
        var run = checkout.run("quickstart", arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("No stack is running");
        assertThat(checkout.builds()).isEmpty();
    }

    /** A folder with the few programs that the script needs, Maven not among them. */
    private String withoutMaven(Map<String, String> environment) throws Exception {
        var few = Files.createDirectories(directory.resolve("few"));
        var path = String.valueOf(environment.get("PATH")).split(":", -1);
        for (var name : List.of("bash", "env", "cat", "sed", "dirname", "readlink", "grep")) {
            for (var place : path) {
                var program = Path.of(place, name);
                var own = few.resolve(name);
                if (Files.isExecutable(program) && !Files.exists(own)) {
                    Files.writeString(own, "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
                    Files.setPosixFilePermissions(
                            own, PosixFilePermissions.fromString("rwx------"));
                }
            }
        }
        return few.toString();
    }

    private static Map<String, String> variables(String text) {
        var variables = new HashMap<String, String>();
        for (var each : text.strip().split(" ", -1)) {
            var pair = each.split("=", 2);
            variables.put(pair[0], pair[1]);
        }
        return variables;
    }
}

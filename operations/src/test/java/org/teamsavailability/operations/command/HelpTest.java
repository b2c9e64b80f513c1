package org.teamsavailability.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.operations.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Each command of an installation tells what it does, and its version. */
class HelpTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Command(name = "java -jar availability-enricher.jar")
    private static final class Program {}

    static Stream<String> commands() {
        var all = new ArrayList<String>();
        collect("", program(new ByteArrayOutputStream(), new ByteArrayOutputStream()), all);
        return all.stream();
    }

    private static void collect(String prefix, CommandLine command, List<String> all) {
        all.add(prefix);
        command.getSubcommands().forEach((name, sub) -> collect(prefix + name + " ", sub, all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsOnTheScreen(String command) {
        assertThat(run(command + "--help")).isZero();

        assertThat(out.toString(UTF_8)).contains("Usage: ", "--version");
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void versionIsOneLine(String command) {
        assertThat(run(command + "--version")).isZero();

        assertThat(out.toString(UTF_8)).startsWith("Teams Availability ").hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsRefusedInOneLine(String command) {
        assertThat(run(command + "--bogus")).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .matches("('--bogus' is not known here|Missing required ).*\\R");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private int run(String arguments) {
        return program(out, err).execute(arguments.split(" "));
    }

    private static CommandLine program(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        var console =
                new Console(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Clock.systemUTC());
        return Operations.in(
                new CommandLine(new Program()),
                () -> {
                    throw new AssertionError("no installation is looked up");
                },
                console);
    }
}

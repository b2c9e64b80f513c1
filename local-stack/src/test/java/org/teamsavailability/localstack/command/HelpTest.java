package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.operations.console.Console;

/**
 * The script prints the help from files, so that nothing has to be built for it. With {@code
 * -Drewrite.help=true} this test writes them.
 */
class HelpTest {

    private static final Path FILES =
            Path.of("src/main/resources/org/teamsavailability/localstack/command/help");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "ask", "fallbacks", "desk", "key", "help"})
    void theFileOfACommandIsItsHelp(String command) throws IOException {
        var file = FILES.resolve((command.isEmpty() ? "quickstart" : command) + ".txt");

        assertThat(run(arguments(command, "--help"))).isZero();

        if (Boolean.getBoolean("rewrite.help")) {
            Files.createDirectories(FILES);
            Files.writeString(file, out.toString(UTF_8));
        }
        assertThat(out.toString(UTF_8)).isEqualTo(Files.readString(file));
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "ask", "fallbacks", "desk", "key"})
    void everyCommandTellsItsVersionAndRefusesUnknownOptions(String command) {
        assertThat(run(arguments(command, "--version"))).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Teams Availability ").hasLineCount(1);

        assertThat(run(arguments(command, "--bogus"))).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .matches("('--bogus' is not known here|Missing required ).*\\R");
    }

    private static String[] arguments(String command, String option) {
        return (command.isEmpty() ? List.of(option) : List.of(command, option))
                .toArray(String[]::new);
    }

    private int run(String... arguments) {
        return new Commands(
                        Map.of(),
                        new Console(
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8),
                                Clock.systemUTC()),
                        new PortFile(Path.of("target", "no-stack.json")))
                .run(arguments);
    }
}

package org.teamsavailability.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

class CommandLinesTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(
            name = "program",
            description =
                    "A description that is much longer than what fits on one line of a terminal"
                            + " that has eighty columns, so that it has to be wrapped.",
            subcommands = HelpCommand.class)
    static final class Program {

        @Command(name = "work", description = "does something")
        int work(@Option(names = "--much", required = true) int much) {
            return much;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "work --help", "help", "help work", "help --help"})
    void printsHelpOfAtMostEightyColumns(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(out.toString()).contains("Usage: program");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "work --version"})
    void printsVersionAndCommitOfTheBuild(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(out.toString())
                .matches(
                        "Teams Availability \\d\\S* \\(([0-9a-f]{12}(-changed)?|unknown"
                                + " commit)\\)\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    --bogus      | '--bogus' is not known here, allowed: --help, --version, help, work
                    work --bogus --much 1 | '--bogus' is not known here, allowed: --help, --much, --version
                    work         | Missing required option: '--much=<much>'; `program work --help` says what is allowed
                    work --much x | Invalid value for option '--much': 'x' is not an int; `program work --help` says what is allowed
                    """)
    void saysInOneLineWhatIsWrong(String arguments, String hint) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(err.toString()).isEqualToIgnoringNewLines(hint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tellsCommandsFromSettings() {
        assertThat(CommandLines.isCommand()).isFalse();
        assertThat(CommandLines.isCommand("--server.port=8080")).isFalse();
        assertThat(CommandLines.isCommand("--debug")).isFalse();
        assertThat(CommandLines.isCommand("--help")).isTrue();
        assertThat(CommandLines.isCommand("--bogus")).isTrue();
        assertThat(CommandLines.isCommand("topics", "create")).isTrue();
    }

    private int run(String arguments) {
        return CommandLines.conventional(new CommandLine(new Program()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" "));
    }
}

package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.operations.console.Console;

class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    ask                                             | --desk is missing, allowed: 1 to 200 characters without '/' and control characters, or --file FILE
                    ask --desk d                                    | --candidates is missing, allowed: technicians with commas between them, or --file FILE
                    ask --desk d/e --candidates a                   | --desk holds 'd/e', allowed: 1 to 200 characters without '/' and control characters
                    ask --desk d --candidates a,,b                  | --candidates is 'a,,b', allowed: names with commas between them
                    ask --desk d --candidates a/b                   | --candidates holds 'a/b', allowed: 1 to 200 characters without '/' and control characters
                    ask --desk d --candidates a --mode random       | --mode is 'random', allowed: ai, round-robin
                    ask --desk d --candidates a --in 3              | --in is '3', allowed: a duration such as 200ms, 2s, 30m, 1h30m or 7d
                    ask --desk d --candidates a --for soon          | --for is 'soon', allowed: a duration such as 200ms, 2s, 30m, 1h30m or 7d
                    ask --desk d --candidates a --for 0h            | --for is '0h', allowed: more than nothing
                    ask --desk northwind --candidates a --rota moon | --rota holds 'moon', allowed: evening, helpdesk, projects (this desk's in the sample), or a team's GUID
                    ask --desk d --candidates a --rota helpdesk     | --rota holds 'helpdesk', allowed: a team's GUID
                    ask --file nowhere.jsonl                        | --file is 'nowhere.jsonl', allowed: a file of UTF-8 text that is there
                    ask --file f --desk d                           | --file cannot be combined with arguments of one request, allowed: --json only
                    ask --desk d --candidates a --when now          | '--when' is not known here, allowed: --candidates, --desk, --file, --for, --help, --in, --instructions, --json, --mode, --priority, --rota, --verbose, --version
                    ask --desk                                      | Missing required parameter for option '--desk' (DESK); `./quickstart ask --help` says what is allowed
                    dance                                           | 'dance' is not known here, allowed: --empty, --help, --verbose, --version, ask, demo, desk, fallbacks, help, key
                    """)
    void refusesWrongArgumentsInOneLineThatSaysWhatIsAllowed(String arguments, String message) {
        assertThat(run(arguments.split(" +"))).isEqualTo(2);

        assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines(message + "\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void namesTheLineAndTheFieldThatIsWrongInAFile() throws IOException {
        var file = directory.resolve("requests.jsonl");
        Files.writeString(
                file,
                """
                {"serviceDeskId":"d","ticketId":"t","mode":"AI","candidates":[],"teamsAvailability":{"enabled":true,"rotaTeamIds":[]}}

                {"serviceDeskId":"d","ticketId":"t","mode":"BEST"}
                """);

        assertThat(run("ask", "--file", file.toString())).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .isEqualToNormalizingNewlines(
                        file + " line 3: mode is 'BEST', allowed: UNKNOWN, AI, ROUND_ROBIN\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask --desk d --candidates a", "fallbacks --once", "desk --id d"})
    void endsWithThreeWhereNoStackIsRunning(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(3);

        assertThat(err.toString(UTF_8)).startsWith("No stack is running");
    }

    private int run(String... arguments) {
        return new Commands(
                        Map.of(),
                        new Console(
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8),
                                Clock.systemUTC()),
                        new PortFile(directory.resolve("ports.json")))
                .run(arguments);
    }
}

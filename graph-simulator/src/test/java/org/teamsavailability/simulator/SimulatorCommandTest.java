package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulatorCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void takesArgumentsBeforeTheEnvironment() {
        var command =
                new SimulatorCommand(
                        Map.of("SIMULATOR_PORT", "1", "SIMULATOR_LATENCY", "200ms"),
                        Clock.systemUTC());

        new CommandLine(command).parseArgs("--port", "8085");

        var settings = command.settings();
        assertThat(settings.port()).isEqualTo(8085);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.conditions().latency()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.conditions().limits()).isTrue();
        assertThat(command.dataset().tenants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 70000, '--port is ''70000'', allowed: 0 to 65535'",
        "--limits, maybe, '--limits is ''maybe'', allowed: on, off'",
        "--latency, slow, '--latency is ''slow'', allowed: a duration'",
        "--colour, red, '''--colour'' is not known here, allowed: --data'",
        "--data, /nowhere.yaml, '/nowhere.yaml: cannot be read'"
    })
    void saysInOneLineWhatIsAllowed(String option, String value, String error) {
        assertThat(run(option, value)).isEqualTo(2);

        assertThat(err.toString()).startsWith(error).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void saysWhatItIs(String option) {
        assertThat(run(option)).isZero();

        assertThat(out.toString().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
    }

    private int run(String... arguments) {
        return SimulatorCommand.program(Map.of(), Clock.systemUTC())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

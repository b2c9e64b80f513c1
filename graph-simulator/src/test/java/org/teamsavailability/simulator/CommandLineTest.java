package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @Test
    void takesArgumentsBeforeTheEnvironment() {
        var line =
                read(Map.of("SIMULATOR_PORT", "1", "SIMULATOR_LATENCY", "200ms"), "--port", "8085");

        assertThat(line.settings().port()).isEqualTo(8085);
        assertThat(line.settings().host()).isEqualTo("127.0.0.1");
        assertThat(line.settings().conditions().latency()).isEqualTo(Duration.ofMillis(200));
        assertThat(line.settings().conditions().limits()).isTrue();
        assertThat(line.dataset().tenants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 70000, '--port is ''70000'', allowed: 0 to 65535'",
        "--limits, maybe, '--limits is ''maybe'', allowed: on, off'",
        "--latency, slow, '--latency is ''slow'', allowed: a duration'",
        "--colour, red, '--colour is unknown'",
        "--data, /nowhere.yaml, '/nowhere.yaml: cannot be read'"
    })
    void saysWhatIsAllowed(String option, String value, String error) {
        assertThatThrownBy(() -> read(Map.of(), option, value)).hasMessageStartingWith(error);
    }

    private static CommandLine read(Map<String, String> environment, String... arguments) {
        return CommandLine.read(List.of(arguments), environment, Clock.systemUTC());
    }
}

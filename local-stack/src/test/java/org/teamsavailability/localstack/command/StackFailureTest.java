package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.servers.process.ServerFailedException;

class StackFailureTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void namesTheServerAndWhatItWroteLast() {
        explain(ServerFailedException.ended("Kafka", 3, List.of("no space left on device")));

        assertThat(err.toString(UTF_8))
                .isEqualToNormalizingNewlines(
                        """

                        Kafka ended while it was starting, with exit code 3. Its last lines:
                          no space left on device
                        """);
    }

    @Test
    void advisesPatienceWhereAServerIsSlow() {
        explain(ServerFailedException.slow("Kafka", Duration.ofMinutes(5), List.of("loading")));

        assertThat(err.toString(UTF_8))
                .contains("Kafka was not ready within 300 s", "QUICKSTART_PATIENCE=900");
    }

    private void explain(RuntimeException failure) {
        new StackFailure(Path.of("logs"), new PrintStream(err, true, UTF_8)).explain(failure, null);
    }
}

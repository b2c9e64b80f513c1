package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.internals.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read as Kafka Streams itself reads it. */
class ProcessIdFileTest {

    @Test
    void givesAnInstanceTheSameIdWhenItsStateIsLost(@TempDir Path state, @TempDir Path other) {
        ProcessIdFile.writeIfAbsent(state, "enricher", "instance-1");
        ProcessIdFile.writeIfAbsent(other, "enricher", "instance-1");

        assertThat(processId(other)).isEqualTo(processId(state));
    }

    @Test
    void givesEachInstanceAnIdOfItsOwn(@TempDir Path state, @TempDir Path other) {
        ProcessIdFile.writeIfAbsent(state, "enricher", "instance-1");
        ProcessIdFile.writeIfAbsent(other, "enricher", "instance-2");

        assertThat(processId(other)).isNotEqualTo(processId(state));
    }

    @Test
    void keepsTheIdOfAnEarlierStart(@TempDir Path state) {
        UUID earlier = processId(state);

        ProcessIdFile.writeIfAbsent(state, "enricher", "instance-1");

        assertThat(processId(state)).isEqualTo(earlier);
    }

    private static UUID processId(Path state) {
        var config =
                new StreamsConfig(
                        Map.of(
                                StreamsConfig.APPLICATION_ID_CONFIG,
                                "enricher",
                                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                                "unused:9092",
                                StreamsConfig.STATE_DIR_CONFIG,
                                state.toString()));
        var directory = new StateDirectory(config, Time.SYSTEM, true, false);
        try {
            return directory.initializeProcessId();
        } finally {
            directory.close();
        }
    }
}

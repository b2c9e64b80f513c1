package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.settings.KafkaSettings;

class StreamsConfigurationTest {

    @Test
    void knowsItsClientsByGroupAndInstance() {
        var kafka =
                new KafkaSettings(
                        "broker:9092",
                        "p.",
                        "enricher-0",
                        2,
                        Duration.ofMillis(10),
                        Path.of("state"),
                        3,
                        2,
                        false,
                        Map.of());

        assertThat(StreamsConfiguration.of(kafka))
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "p.availability-enricher")
                .containsEntry(
                        StreamsConfig.CLIENT_ID_CONFIG, "p.availability-enricher-enricher-0");
    }
}

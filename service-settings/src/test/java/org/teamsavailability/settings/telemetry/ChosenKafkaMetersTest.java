package org.teamsavailability.settings.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ChosenKafkaMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    ChosenKafkaMetersTest() {
        registry.config().meterFilter(new ChosenKafkaMeters());
    }

    @Test
    void keepsOfKafkasMetersWhatIsExplained() {
        registry.gauge("kafka.stream.rocksdb.bytes.written.total", 1);
        registry.gauge("kafka.consumer.fetch.manager.records.lag", 1);
        registry.gauge("teams.availability.pending.requests", 1);

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder(
                        "kafka.consumer.fetch.manager.records.lag",
                        "teams.availability.pending.requests");
    }

    @Test
    void leavesOutTheVersionWhichMakesNewSeriesOfOldOnes() {
        registry.counter("kafka.producer.record.error.total", "kafka.version", "4.2.1");

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTags()).isEmpty());
    }
}

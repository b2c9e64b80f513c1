package org.teamsavailability.service.telemetry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
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
    void keepsAMeterOfEachPartition() {
        var consumer =
                new MockConsumer<byte[], byte[]>("none") {
                    @Override
                    public synchronized Map<MetricName, Metric> metrics() {
                        return Stream.of(
                                        metric(
                                                "app-info",
                                                "version",
                                                Map.of("client-id", "c"),
                                                "4.2"),
                                        lagOf("0"),
                                        lagOf("1"))
                                .collect(toMap(Metric::metricName, it -> it));
                    }
                };

        try (var meters = new KafkaClientMetrics(consumer)) {
            meters.bindTo(registry);

            assertThat(registry.getMeters())
                    .extracting(meter -> meter.getId().getTag("partition"))
                    .containsExactlyInAnyOrder("0", "1");
        }
    }

    private static Metric lagOf(String partition) {
        return metric(
                "consumer-fetch-manager-metrics",
                "records-lag",
                Map.of("client-id", "c", "topic", "t", "partition", partition),
                7.0);
    }

    private static Metric metric(
            String group, String name, Map<String, String> tags, Object value) {
        return new KafkaMetric(
                new Object(),
                new MetricName(name, group, "", tags),
                (Gauge<Object>) (_, _) -> value,
                new MetricConfig(),
                Time.SYSTEM);
    }
}

package org.teamsavailability.settings.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;

/**
 * Of Kafka's own meters, some thousands of a client, those that docs/metrics.md explains. Any meter
 * of another name stays.
 */
final class ChosenKafkaMeters implements MeterFilter {

    private static final Set<String> CHOSEN =
            Set.of(
                    "kafka.consumer.fetch.manager.records.lag",
                    "kafka.consumer.fetch.manager.records.consumed.total",
                    "kafka.consumer.coordinator.rebalance.total",
                    "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
                    "kafka.stream.alive.stream.threads",
                    "kafka.stream.failed.stream.threads",
                    "kafka.stream.thread.process.total",
                    "kafka.stream.thread.process.latency.avg",
                    "kafka.stream.thread.commit.total",
                    "kafka.stream.thread.commit.latency.avg",
                    "kafka.stream.thread.commit.latency.max",
                    "kafka.stream.task.dropped.records.total",
                    "kafka.producer.record.error.total");

    private static final String VERSION = "kafka.version";

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return !id.getName().startsWith("kafka.") || CHOSEN.contains(id.getName())
                ? MeterFilterReply.NEUTRAL
                : MeterFilterReply.DENY;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("kafka.")) {
            return id;
        }
        List<Tag> tags =
                id.getTags().stream().filter(tag -> !tag.getKey().equals(VERSION)).toList();
        return id.replaceTags(tags);
    }
}

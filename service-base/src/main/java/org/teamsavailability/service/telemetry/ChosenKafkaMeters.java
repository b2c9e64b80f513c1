package org.teamsavailability.service.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Of Kafka's own meters, some thousands of a client, those that docs/metrics.md explains. Any meter
 * of another name stays.
 *
 * <p>Their tags stay as they are: Micrometer's binder takes a meter with fewer tags than it gave
 * for a coarser one, and removes it in favour of the next partition's or thread's.
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

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return !id.getName().startsWith("kafka.") || CHOSEN.contains(id.getName())
                ? MeterFilterReply.NEUTRAL
                : MeterFilterReply.DENY;
    }
}

package org.teamsavailability.enricher.topology;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ConsentState;

/**
 * What operators see of the Streams client: its state, Kafka's own meters, and the rows of the
 * tables. Bound to one client at a time.
 */
public final class StreamsMeters {

    /** Kafka adds and drops meters as partitions come and go. */
    private static final Duration LOOKS_FOR_NEW_ONES = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final TableRowCounts rows = new TableRowCounts();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("streams-meters").daemon().factory());
    private @Nullable KafkaStreamsMetrics ofKafka;

    public StreamsMeters(MeterRegistry registry, StreamsState state, Fetches fetches) {
        this.registry = registry;
        Gauge.builder(
                        "teams.availability.streams.ready",
                        () -> state.isReady() && fetches.areRecent() ? 1 : 0)
                .description("1 while requests are answered, as the readiness probe says")
                .register(registry);
        for (var one : KafkaStreams.State.values()) {
            Gauge.builder(
                            "teams.availability.streams.state",
                            () -> state.name().equals(one.name()) ? 1 : 0)
                    .description("1 for the state that the Streams client is in, 0 for the others")
                    .tag("state", one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
        }
        Gauge.builder("teams.availability.table.rows", rows, TableRowCounts::mappings)
                .description("Rows of a table, as RocksDB estimates them")
                .tag("table", "technician-mapping")
                .register(registry);
        for (var consent : EnumSet.complementOf(EnumSet.of(ConsentState.UNKNOWN))) {
            Gauge.builder("teams.availability.connections", rows, it -> it.connections(consent))
                    .description("Service desks' connections to Microsoft, by consent")
                    .tag("consent", consent.name())
                    .register(registry);
        }
    }

    /** Follows a client that has been started. */
    void follow(KafkaStreams streams) {
        rows.follow(streams);
        var meters = new KafkaStreamsMetrics(streams, Tags.empty(), thread, LOOKS_FOR_NEW_ONES);
        meters.bindTo(registry);
        ofKafka = meters;
    }

    /** The client is about to stop. */
    void stopFollowing() {
        rows.stopFollowing();
        if (ofKafka != null) {
            ofKafka.close();
            ofKafka = null;
        }
    }
}

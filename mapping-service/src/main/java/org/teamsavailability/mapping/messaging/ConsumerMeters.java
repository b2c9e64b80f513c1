package org.teamsavailability.mapping.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/** Shows Kafka's own meters of each consumer of a factory for as long as it is open. */
public final class ConsumerMeters implements ConsumerFactory.Listener<byte[], byte[]> {

    /** Kafka adds and drops meters as partitions come and go. */
    private static final Duration LOOKS_FOR_NEW_ONES = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final Map<String, KafkaClientMetrics> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("consumer-meters").daemon().factory());

    public ConsumerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void consumerAdded(String id, Consumer<byte[], byte[]> consumer) {
        var meters = new KafkaClientMetrics(consumer, Tags.empty(), thread, LOOKS_FOR_NEW_ONES);
        meters.bindTo(registry);
        open.put(id, meters);
    }

    @Override
    public void consumerRemoved(@Nullable String id, Consumer<byte[], byte[]> consumer) {
        var meters = id == null ? null : open.remove(id);
        if (meters != null) {
            meters.close();
        }
    }
}

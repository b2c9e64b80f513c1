package org.teamsavailability.enricher.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * How many requests wait in Kafka that this process has not fetched, as its consumers count them
 * ({@code records-lag}). Any thread.
 */
public final class RequestLag {

    private static final String LAG = "records-lag";
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final String topic;
    private final LongSupplier nanoTime;
    private @Nullable Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private Map<String, Metric> byPartition = Map.of();
    private long checkedAt;

    /**
     * @param topic of the requests
     * @param nanoTime as {@link System#nanoTime}
     */
    public RequestLag(String topic, LongSupplier nanoTime) {
        this.topic = topic;
        this.nanoTime = nanoTime;
    }

    /** Follows a client that has been started. */
    synchronized void follow(Supplier<? extends Map<MetricName, ? extends Metric>> metricsOf) {
        metrics = metricsOf;
        check();
    }

    /** The client is about to stop. */
    synchronized void stopFollowing() {
        metrics = null;
        byPartition = Map.of();
    }

    /** How many requests of a partition wait; 0 where it is not known. */
    public synchronized long of(int partition) {
        if (nanoTime.getAsLong() - checkedAt > CHECK_INTERVAL.toNanos()) {
            check();
        }
        var lag = byPartition.get(Integer.toString(partition));
        return lag != null && lag.metricValue() instanceof Number number ? number.longValue() : 0;
    }

    private void check() {
        checkedAt = nanoTime.getAsLong();
        if (metrics == null) {
            return;
        }
        var found = new HashMap<String, Metric>();
        metrics.get()
                .forEach((name, metric) -> {
                    var partition = name.tags().get("partition");
                    if (name.name().equals(LAG)
                            && partition != null
                            && isTopic(name.tags().get("topic"))) {
                        found.put(partition, metric);
                    }
                });
        byPartition = found;
    }

    /** Some of Kafka's metrics write a topic's dots as underscores. */
    private boolean isTopic(@Nullable String tag) {
        return topic.equals(tag) || topic.replace('.', '_').equals(tag);
    }
}

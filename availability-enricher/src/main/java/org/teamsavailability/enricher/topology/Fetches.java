package org.teamsavailability.enricher.topology;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * How long ago a broker last answered a fetch of this process. Kafka's consumers count these
 * answers themselves ({@code fetch-total}), about two a second and consumer where there is nothing
 * to read. The state of the Streams client stays RUNNING while no broker answers, so it cannot
 * tell.
 *
 * <p>Any thread.
 */
public final class Fetches {

    /** After so long without an answer the process is not ready. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    private static final String COUNTER = "fetch-total";

    private final LongSupplier nanoTime;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("fetches").daemon().factory());
    private @Nullable Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private @Nullable ScheduledFuture<?> looking;
    private double counted;
    private @Nullable Long last;

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public Fetches(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Follows a client that has been started; a fetch of an earlier one does not count. */
    synchronized void follow(Supplier<? extends Map<MetricName, ? extends Metric>> metricsOf) {
        metrics = metricsOf;
        counted = 0;
        last = null;
        looking =
                thread.scheduleWithFixedDelay(
                        this::look, 0, LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets go of it. */
    synchronized void leave() {
        metrics = null;
        last = null;
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    /** How long ago; null where there was none yet. */
    public synchronized @Nullable Duration sinceLast() {
        look();
        return last == null ? null : Duration.ofNanos(nanoTime.getAsLong() - last);
    }

    /** Whether there was one in the last 30 s. */
    public boolean goOn() {
        var silence = sinceLast();
        return silence != null && silence.compareTo(LONGEST_SILENCE) <= 0;
    }

    /** The sum falls where a consumer ends; only a rise is an answer. */
    private synchronized void look() {
        if (metrics == null) {
            return;
        }
        double sum = 0;
        for (var metric : metrics.get().entrySet()) {
            if (metric.getKey().name().equals(COUNTER)
                    && metric.getValue().metricValue() instanceof Double count) {
                sum += count;
            }
        }
        if (sum > counted) {
            last = nanoTime.getAsLong();
        }
        counted = sum;
    }
}

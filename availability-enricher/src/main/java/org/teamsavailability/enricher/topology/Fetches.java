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

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final String COUNTER = "fetch-total";

    private final LongSupplier nanoTime;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("fetches").daemon().factory());
    private @Nullable Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private @Nullable ScheduledFuture<?> checks;
    private double answersSoFar;
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
        answersSoFar = 0;
        last = null;
        checks =
                thread.scheduleWithFixedDelay(
                        this::check, 0, CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The client is about to stop. */
    synchronized void stopFollowing() {
        metrics = null;
        last = null;
        if (checks != null) {
            checks.cancel(false);
            checks = null;
        }
    }

    /** How long ago a broker last answered a fetch; null where none has yet. */
    public synchronized @Nullable Duration sinceLast() {
        check();
        return last == null ? null : Duration.ofNanos(nanoTime.getAsLong() - last);
    }

    /** Whether a broker answered a fetch in the last 30 s. */
    public boolean areRecent() {
        var silence = sinceLast();
        return silence != null && silence.compareTo(LONGEST_SILENCE) <= 0;
    }

    /** The sum falls where a consumer ends; only a rise is an answer. */
    private synchronized void check() {
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
        if (sum > answersSoFar) {
            last = nanoTime.getAsLong();
        }
        answersSoFar = sum;
    }
}

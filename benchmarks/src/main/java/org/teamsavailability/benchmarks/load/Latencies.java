package org.teamsavailability.benchmarks.load;

import org.HdrHistogram.Histogram;

/** Latencies from the moment a request was due to the moment the consumer had its answer. */
public final class Latencies {

    private final Histogram micros;

    Latencies(Histogram micros) {
        this.micros = micros;
    }

    public long count() {
        return micros.getTotalCount();
    }

    /**
     * In milliseconds; 0 without any answer.
     *
     * @param percentile 0 to 100
     */
    public double millis(double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / 1000.0;
    }
}

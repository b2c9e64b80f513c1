package org.teamsavailability.benchmarks.result;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;

/**
 * What the repeats of a figure say together.
 *
 * @param repeats how many there are, at least 1
 * @param lowest the lowest of them
 * @param median the middle one, or the mean of the two in the middle
 * @param highest the highest of them
 */
public record Summary(int repeats, double lowest, double median, double highest) {

    /** Figures of a wider spread are not quoted. */
    private static final double WIDEST_SPREAD = 0.10;

    /**
     * Puts the values of repeats together.
     *
     * @throws IllegalArgumentException without any value
     */
    public static Summary of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is no value to summarize");
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Summary(sorted.length, sorted[0], median, sorted[sorted.length - 1]);
    }

    /** The larger distance of an end from the median, by the median; 0.1 is ±10 %. */
    public double spread() {
        double distance = Math.max(highest - median, median - lowest);
        if (distance == 0) {
            return 0;
        }
        return median == 0 ? Double.POSITIVE_INFINITY : distance / Math.abs(median);
    }

    /** Whether the repeats agree well enough to be quoted. */
    public boolean isQuotable() {
        return spread() <= WIDEST_SPREAD;
    }

    /** As {@code 12.3 (11.9 to 12.8)}, with a mark where it cannot be quoted. */
    @Override
    public String toString() {
        if (lowest == highest) {
            return number(median);
        }
        return "%s (%s to %s)%s"
                .formatted(
                        number(median), number(lowest), number(highest), isQuotable() ? "" : " †");
    }

    /** With three digits at least, without zeros at the end. */
    public static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}

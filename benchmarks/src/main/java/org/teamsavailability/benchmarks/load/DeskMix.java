package org.teamsavailability.benchmarks.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How requests are spread over desks. Immutable. */
public final class DeskMix {

    private final double[] cumulated;

    private DeskMix(double[] weights) {
        cumulated = new double[weights.length];
        double sum = Arrays.stream(weights).sum();
        double soFar = 0;
        for (int desk = 0; desk < weights.length; desk++) {
            soFar += weights[desk] / sum;
            cumulated[desk] = soFar;
        }
    }

    /** Every desk asks as often as the others. */
    public static DeskMix even(int desks) {
        var weights = new double[desks];
        Arrays.fill(weights, 1);
        return new DeskMix(weights);
    }

    /** Desk n asks 1/n^exponent as often as the first. */
    public static DeskMix zipf(int desks, double exponent) {
        var weights = new double[desks];
        for (int desk = 0; desk < desks; desk++) {
            weights[desk] = 1 / Math.pow(desk + 1, exponent);
        }
        return new DeskMix(weights);
    }

    /** The first desk asks this many times as often as each of the others. */
    public static DeskMix noisy(int desks, double times) {
        var weights = new double[desks];
        Arrays.fill(weights, 1);
        weights[0] = times;
        return new DeskMix(weights);
    }

    /** A desk, by its number. */
    int pick(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
    }
}

package org.teamsavailability.benchmarks.row;

import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.result.Figures;

/**
 * One arm under one load: what is repeated.
 *
 * @param arm whose figures they are
 * @param variant what of the row; may be empty
 * @param measure measures it once
 */
public record Trial(Arm arm, String variant, Measure measure) {

    /** Starts what it needs, measures, and leaves nothing running. */
    @FunctionalInterface
    public interface Measure {
        Figures on(Bench bench) throws InterruptedException;
    }
}

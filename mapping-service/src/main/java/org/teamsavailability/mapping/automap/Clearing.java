package org.teamsavailability.mapping.automap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run from clearing most of what earlier runs mapped: an implausible answer of the
 * directory looks as if all had left.
 *
 * @param isFull whether everything was read, so that the run clears
 * @param confirmed how many mappings somebody said may be cleared; null where nobody did
 */
record Clearing(boolean isFull, @Nullable Integer confirmed) {

    /** So many are cleared unasked, unless these are all. */
    private static final int ALWAYS_ALLOWED = 3;

    /** A fifth of the automatic mappings is cleared unasked, unless that is all of them. */
    private static final int ALLOWED_PART = 5;

    /**
     * Decides as {@link Matching} does, but clears none where it would clear too many unasked.
     *
     * @throws RunFailedException where it would clear another number than was confirmed
     */
    Decision decide(List<Technician> technicians, SeenAccounts seen) {
        var decision = Matching.decide(technicians, seen, isFull);
        var cleared = decision.review().cleared();
        if (confirmed != null && confirmed != cleared.size()) {
            throw new RunFailedException(RunFailure.clearsDiffer(cleared.size(), confirmed));
        }
        return confirmed == null && isTooMany(cleared.size(), automatic(technicians))
                ? Matching.decide(technicians, seen, false).holdingBack(cleared)
                : decision;
    }

    /** The mappings that a run may clear. */
    private static long automatic(List<Technician> technicians) {
        return technicians.stream().filter(it -> it.isMatchable() && it.mapping() != null).count();
    }

    private static boolean isTooMany(long clears, long automatic) {
        return clears > 0
                && (clears == automatic
                        || (clears > ALWAYS_ALLOWED && clears * ALLOWED_PART > automatic));
    }
}

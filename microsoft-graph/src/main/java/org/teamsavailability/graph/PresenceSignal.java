package org.teamsavailability.graph;

import org.jspecify.annotations.Nullable;

/**
 * What Graph says of one account's presence, unchanged; never logged, stored or sent on.
 *
 * @param availability the base state, any spelling; null where Graph gave none
 * @param activity the supplementary state, any spelling; null where Graph gave none
 * @param outOfOffice whether out of office is set
 */
public record PresenceSignal(
        @Nullable String availability, @Nullable String activity, boolean outOfOffice) {

    /**
     * Nothing is known. It stands for an account that Graph left out of its answer, and for one
     * whose entry cannot be used because a field has the wrong type.
     */
    public static final PresenceSignal NONE = new PresenceSignal(null, null, false);

    /** Says nothing: a presence value leaves the process only as a verdict. */
    @Override
    public String toString() {
        return "PresenceSignal[redacted]";
    }
}

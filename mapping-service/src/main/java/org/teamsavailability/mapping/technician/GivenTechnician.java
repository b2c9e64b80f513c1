package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * A technician as somebody gives them, not checked yet.
 *
 * @param row where it stands in what was given, from 1
 * @param email null where it is not said
 * @param active null where it is not said; a value of null is true
 */
public record GivenTechnician(
        int row,
        @Nullable String technicianId,
        @Nullable String displayName,
        @Nullable Sent<String> email,
        @Nullable Sent<Boolean> active) {

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "GivenTechnician[row=" + row + "]";
    }
}

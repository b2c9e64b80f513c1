package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * A technician as somebody gives them, not checked yet.
 *
 * @param row where it stands in what was given, from 1
 * @param active null where nothing is said, which is true
 */
public record GivenTechnician(
        int row,
        @Nullable String technicianId,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable Boolean active) {

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "GivenTechnician[row=" + row + "]";
    }
}

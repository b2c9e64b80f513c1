package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * A technician as the PSA knows them.
 *
 * @param technicianId 1 to 200 characters, without {@code /} and control characters
 * @param displayName 1 to 200 characters
 * @param email at most 320 characters; null where there is none, which never matches
 * @param active whether they work for the desk: who does not is neither matched nor published
 */
public record Technician(
        String technicianId, String displayName, @Nullable String email, boolean active) {

    public Technician {
        if (TechnicianText.wrongInId(technicianId) != null
                || TechnicianText.wrongInName(displayName) != null
                || TechnicianText.wrongInEmail(email) != null) {
            throw new IllegalArgumentException("Not checked before: " + technicianId);
        }
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Technician[" + technicianId + "]";
    }
}

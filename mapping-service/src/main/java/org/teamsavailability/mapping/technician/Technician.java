package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * A technician as the PSA knows them, and whether the desk wants them in Teams.
 *
 * @param technicianId 1 to 200 characters, without {@code /} and control characters
 * @param displayName 1 to 200 characters
 * @param email at most 320 characters; null where there is none, which never matches
 * @param active whether they work for the desk: who does not is neither matched nor published
 * @param ignored whether somebody said that they never use Teams: they are neither matched nor
 *     published either
 */
public record Technician(
        String technicianId,
        String displayName,
        @Nullable String email,
        boolean active,
        boolean ignored) {

    public Technician {
        if (TechnicianText.wrongInId(technicianId) != null
                || TechnicianText.wrongInName(displayName) != null
                || TechnicianText.wrongInEmail(email) != null) {
            throw new IllegalArgumentException("Not checked before: " + technicianId);
        }
    }

    /** Whether the account of a mapping may be theirs. */
    boolean mayHaveAccount() {
        return active && !ignored;
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Technician[" + technicianId + "]";
    }
}

package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a technician, checked. A technician who is new and of whom nothing else is
 * said has no address and is active.
 *
 * @param technicianId 1 to 200 characters, without {@code /}, control and invisible characters
 * @param displayName 1 to 200 characters
 * @param email at most 320 characters; null where it stays as it is
 * @param active null where it stays as it is
 */
public record TechnicianChange(
        String technicianId,
        String displayName,
        @Nullable Sent<String> email,
        @Nullable Boolean active) {

    public TechnicianChange {
        if (TechnicianText.wrongInGivenId(technicianId) != null
                || TechnicianText.wrongInName(displayName) != null
                || (email != null && TechnicianText.wrongInEmail(email.value()) != null)) {
            throw new IllegalArgumentException("Not checked before: " + technicianId);
        }
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "TechnicianChange[" + technicianId + "]";
    }
}

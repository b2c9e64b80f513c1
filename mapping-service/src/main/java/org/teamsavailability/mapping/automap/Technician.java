package org.teamsavailability.mapping.automap;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;

/**
 * A technician of the PSA.
 *
 * @param email as the PSA has it; null where it has none
 * @param ignored whether somebody said that this technician never uses Teams
 * @param mapping null where there is none yet
 */
public record Technician(
        String id,
        String displayName,
        @Nullable String email,
        boolean active,
        boolean ignored,
        @Nullable Mapping mapping) {

    boolean isManual() {
        return mapping != null && mapping.origin() == MappingOrigin.MANUAL;
    }

    /** Whether a run may give it an account. */
    boolean isMatchable() {
        return active && !ignored && !isManual();
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Technician[" + id + "]";
    }
}

package org.teamsavailability.simulator.dataset;

import java.util.UUID;

/**
 * A member of a team's group that is no person.
 *
 * @param id the object id
 * @param kind what it is
 * @param displayName its name
 */
public record OtherMember(UUID id, Kind kind, String displayName) {
    /** What can be a member besides people. */
    public enum Kind {
        /** A nested group. */
        GROUP,
        /** A device. */
        DEVICE,
        /** An application in this tenant. */
        SERVICE_PRINCIPAL
    }
}

package org.teamsavailability.mapping.automap;

import java.util.UUID;

/** The account that a technician has. */
public record Mapping(
        Origin origin, UUID accountId, String userPrincipalName, AccountState accountState) {

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Mapping[" + origin + " " + accountId + " " + accountState + "]";
    }
}

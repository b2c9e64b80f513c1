package org.teamsavailability.mapping.technician;

import java.time.Instant;
import java.util.UUID;

/**
 * The Microsoft account of a technician.
 *
 * @param microsoftTenantId the tenant the account is in: the one that was connected
 * @param userPrincipalName the sign-in name, as Microsoft spells it
 * @param version 1 at first, and one more with every change
 */
public record Mapping(
        UUID microsoftTenantId,
        UUID microsoftUserId,
        String userPrincipalName,
        MappingOrigin origin,
        AccountState accountState,
        long version,
        Instant updatedAt) {

    /** Whether it says the same, whenever and however often it was changed. */
    boolean saysTheSameAs(Mapping other) {
        return microsoftTenantId.equals(other.microsoftTenantId)
                && microsoftUserId.equals(other.microsoftUserId)
                && userPrincipalName.equals(other.userPrincipalName)
                && origin == other.origin
                && accountState == other.accountState;
    }

    /** The same, written over the mapping that has this version. */
    Mapping after(long before) {
        return new Mapping(
                microsoftTenantId,
                microsoftUserId,
                userPrincipalName,
                origin,
                accountState,
                before + 1,
                updatedAt);
    }

    /** Leaves the sign-in name out. */
    @Override
    public String toString() {
        return "Mapping[%s, %s, version %d]".formatted(microsoftUserId, origin, version);
    }
}

package org.teamsavailability.mapping.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be published under a key now. */
public sealed interface PublishedState {

    /**
     * The account of an active technician, in the connected tenant.
     *
     * @param origin AUTO_MAPPED or MANUAL
     */
    record Mapping(
            String serviceDeskId,
            String technicianId,
            UUID microsoftTenantId,
            UUID microsoftUserId,
            String userPrincipalName,
            String origin,
            Instant updatedAt)
            implements PublishedState {

        /** Leaves the account out. */
        @Override
        public String toString() {
            return "Mapping[serviceDeskId=%s, origin=%s]".formatted(serviceDeskId, origin);
        }
    }

    /**
     * The tenant of a desk.
     *
     * @param microsoftTenantId null while none is linked
     * @param consent PENDING, GRANTED or REVOKED
     * @param cloud GLOBAL, US_GOV_L4, US_GOV_L5 or CHINA
     */
    record Connection(
            String serviceDeskId,
            @Nullable UUID microsoftTenantId,
            String consent,
            String cloud,
            Instant updatedAt)
            implements PublishedState {}
}

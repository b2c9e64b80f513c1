package org.teamsavailability.mapping.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why a connection is not changed or used. */
public sealed interface ConnectionRefusal extends Refusal {

    /** The desk has no connection. */
    record NothingConnected() implements ConnectionRefusal {}

    /**
     * Disconnecting has to be confirmed.
     *
     * @param microsoftTenantId null where none is linked yet
     * @param autoMapped mappings that would be deleted
     * @param manual mappings that would stay, unpublished
     */
    record Unconfirmed(
            String serviceDeskId, @Nullable UUID microsoftTenantId, int autoMapped, int manual)
            implements ConnectionRefusal {}

    /** A tenant of another cloud is linked. */
    record OtherCloud(@Nullable UUID microsoftTenantId, MicrosoftCloud cloud)
            implements ConnectionRefusal {}

    /** Teams cannot be listed: nobody has consented. */
    record ConsentNotGranted() implements ConnectionRefusal {}

    /** Teams cannot be listed: the consent was revoked. */
    record ConsentRevoked() implements ConnectionRefusal {}

    /** Teams cannot be listed yet: the consent spreads through Microsoft's data centres. */
    record ConsentSpreads() implements ConnectionRefusal {}

    /** The tenant's token lacks a permission. */
    record PermissionMissing(GraphPermission permission) implements ConnectionRefusal {}
}

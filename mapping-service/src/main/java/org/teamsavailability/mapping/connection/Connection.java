package org.teamsavailability.mapping.connection;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * A service desk's connection.
 *
 * @param microsoftTenantId null until an administrator has linked one
 * @param permissions what the tenant's last token held
 * @param checkedAt when a token last decided; null before the first time
 * @param updatedAt when what is published of it last changed
 */
public record Connection(
        String serviceDeskId,
        @Nullable UUID microsoftTenantId,
        MicrosoftCloud cloud,
        ConsentState consent,
        Set<GraphPermission> permissions,
        @Nullable Instant checkedAt,
        Instant updatedAt) {

    public Connection {
        permissions = Set.copyOf(permissions);
    }

    /** The linked tenant; null where there is none. */
    public @Nullable MicrosoftTenant tenant() {
        return microsoftTenantId == null ? null : new MicrosoftTenant(cloud, microsoftTenantId);
    }

    /** The linked tenant where it has consented; null otherwise. */
    public @Nullable MicrosoftTenant grantedTenant() {
        return consent == ConsentState.GRANTED ? tenant() : null;
    }

    /** Whether the last token held all that is asked for. */
    public boolean isComplete() {
        return consent == ConsentState.GRANTED
                && permissions.size() == GraphPermission.values().length;
    }

    /** Whether this is the linked tenant. */
    public boolean isLinkedTo(MicrosoftTenant tenant) {
        return tenant.equals(tenant());
    }
}

package org.teamsavailability.mapping.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * What an operator sees of a service desk.
 *
 * @param consent NONE where no connection was started
 * @param cloud null where no connection was started
 * @param tenant the linked tenant; null where there is none
 * @param permissions of the four, those that the last token named
 * @param checkedAt when a token last decided; null before the first time
 * @param technicians all of them
 * @param active those that are not inactive
 * @param mapped the active ones whose mapping to a Microsoft account is published
 */
public record DeskRow(
        String id,
        Consent consent,
        @Nullable MicrosoftCloud cloud,
        @Nullable UUID tenant,
        List<String> permissions,
        @Nullable Instant checkedAt,
        int technicians,
        int active,
        int mapped) {

    public DeskRow {
        permissions = List.copyOf(permissions);
    }

    /** How far a desk's consent is. */
    public enum Consent {
        /** No connection was started. */
        NONE,
        /** Asked for, and not seen yet in a token. */
        PENDING,
        /** A token was issued. */
        GRANTED,
        /** It was granted, and Microsoft refuses tokens since. */
        REVOKED
    }

    /** The tenant with its cloud; null where none is linked. */
    @Nullable MicrosoftTenant microsoftTenant() {
        return cloud == null || tenant == null ? null : new MicrosoftTenant(cloud, tenant);
    }
}

package org.teamsavailability.enricher.teams;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * A time before which Microsoft must not be called for a tenant, a workload or a team, as a {@code
 * Retry-After} named.
 *
 * @param team the one team whose schedule must not be called; null for the whole workload
 * @param notBefore the earliest moment of the next call, which is a single probe call
 * @param throttled whether Microsoft throttled the call that got the header
 * @param status the HTTP status of that call; null where none came
 */
public record Cooldown(
        MicrosoftTenant tenant,
        Workload workload,
        @Nullable UUID team,
        Instant notBefore,
        boolean throttled,
        @Nullable Integer status) {

    /** What can cool down by itself. */
    public enum Workload {
        PRESENCE,
        SHIFTS,
        /** Tokens, and so both of the others while there is no token. */
        TOKEN
    }

    /** Why calls fail that are not made during the cooldown. */
    public GraphFailure cause() {
        return throttled
                ? new GraphFailure.Throttled(status, null, notBefore)
                : new GraphFailure.Unreachable(status, null);
    }
}

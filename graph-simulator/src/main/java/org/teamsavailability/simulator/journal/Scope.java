package org.teamsavailability.simulator.journal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of calls.
 *
 * @param tenant whose; null for every tenant's
 * @param calls of which kinds, at least one
 * @param team about which team; null for calls about any team or none
 */
public record Scope(@Nullable UUID tenant, Set<Call> calls, @Nullable UUID team) {
    public Scope {
        calls = Set.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a scope names at least one kind of call");
        }
    }

    /** Whether a call of this tenant, kind and team is among them. */
    public boolean covers(@Nullable UUID callTenant, Call call, @Nullable UUID callTeam) {
        return calls.contains(call)
                && (tenant == null || tenant.equals(callTenant))
                && (team == null || team.equals(callTeam));
    }

    /** The part of these calls that one tenant makes. */
    public Scope of(@Nullable UUID oneTenant) {
        return new Scope(oneTenant, calls, team);
    }
}

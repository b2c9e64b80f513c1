package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;

/** A tenant's presences, as many in a call as Graph takes. */
record PresenceReads(
        MicrosoftTenant tenant,
        GraphPort port,
        PresenceCache cache,
        Endpoint<UUID> endpoint,
        GatewayMeters meters)
        implements Reads<UUID, PresenceSignal> {

    @Override
    public int mostPerCall() {
        return GraphPort.MAX_PRESENCE_IDS;
    }

    @Override
    public ReadKind kind(UUID account) {
        return ReadKind.PRESENCE;
    }

    @Override
    public @Nullable Outcome<PresenceSignal> recall(UUID account, Instant now) {
        return cache.recall(tenant, account, now);
    }

    @Override
    public CompletionStage<Function<UUID, PresenceSignal>> call(List<UUID> accounts) {
        return port.presences(tenant, accounts)
                .thenApply(Objects::requireNonNull)
                .thenApply(presences -> account -> in(presences, account));
    }

    @Override
    public List<UUID> takeAging(int most, Predicate<UUID> free, Instant now) {
        return cache.takeAging(tenant, most, free, now);
    }

    private static PresenceSignal in(Map<UUID, PresenceSignal> presences, UUID account) {
        return Objects.requireNonNullElse(presences.get(account), PresenceSignal.NONE);
    }

    @Override
    public void remember(UUID account, PresenceSignal presence, Instant readAt) {
        cache.remember(tenant, account, presence, readAt);
        if (!presence.equals(PresenceSignal.NONE)) {
            endpoint.answered(account);
        }
    }

    @Override
    public void rememberFailure(UUID account, GraphFailure failure, Instant at) {
        // The first success after an outage is wanted at once.
    }

    @Override
    public CircuitBreakers<UUID> breakers() {
        return cache.breakers(tenant);
    }

    @Override
    public PresenceSignal refused(UUID account, Instant at) {
        meters.badId();
        endpoint.forget(account);
        cache.rememberBad(tenant, account, at);
        return PresenceSignal.NONE;
    }
}

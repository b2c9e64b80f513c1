package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;

/** Reads the presences of all tenants: from the cache, or through the queue of the tenant. */
final class PresenceWorkload {

    /** Source: getPresencesByUserId, per application and tenant. */
    private static final int MOST_IN_30_S = 1_500;

    private final GatewayParts parts;
    private final PresenceCache cache;
    private final TenantCooldowns cooldowns;
    private final TenantQueues<UUID, PresenceSignal> queues;

    PresenceWorkload(
            GraphPort port,
            GatewaySettings settings,
            GatewayParts parts,
            Consumer<Cooldown> onCooldown) {
        this.parts = parts;
        var usage = new RateLimitUsage(MOST_IN_30_S, Duration.ofSeconds(30), parts.clock());
        var counted = new CountedPort(port, usage);
        GatewaySettings.Calls calls = settings.calls();
        cooldowns =
                new TenantCooldowns(
                        Cooldown.Workload.PRESENCE,
                        settings.retries().longestRetryAfter(),
                        onCooldown);
        cache = new PresenceCache(settings, parts.clock());
        queues =
                new TenantQueues<>(
                        tenant ->
                                new PresenceReads(
                                        tenant,
                                        counted,
                                        cache,
                                        cache.endpoint(tenant),
                                        parts.meters()),
                        ofTenant ->
                                new CallLimiter(
                                        calls.presencePace(),
                                        calls.presenceInFlight(),
                                        calls.presenceInFlight(),
                                        ofTenant),
                        cooldowns,
                        RateLimit::unlimited,
                        parts);
        parts.meters()
                .watch(
                        new WorkloadState(
                                "presence",
                                queues::waiting,
                                usage,
                                cooldowns,
                                cache::breakers,
                                parts.clock()));
    }

    TeamsRead<UUID, PresenceSignal> read(
            MicrosoftTenant tenant,
            Collection<UUID> accounts,
            Instant deadline,
            Priority priority) {
        Instant now = parts.clock().instant();
        OpenTeamsRead<UUID, PresenceSignal> teamsRead = new OpenTeamsRead<>(accounts, deadline);
        WaiterGroup<UUID, PresenceSignal> group = null;
        List<UUID> keys = teamsRead.keys();
        cache.asked(tenant, keys, now);
        for (int index = 0; index < keys.size(); index++) {
            Outcome<PresenceSignal> known = cache.recall(tenant, keys.get(index), now);
            if (known != null) {
                parts.meters().hit(ReadKind.PRESENCE);
                teamsRead.answer(index, known);
            } else {
                group = group == null ? new WaiterGroup<>(teamsRead, priority) : group;
                group.add(new PresenceWaiter(group, teamsRead, index));
            }
        }
        if (group != null) {
            queues.submit(tenant, group);
        }
        return teamsRead;
    }

    void restore(Cooldown cooldown, Instant now) {
        cooldowns.restore(cooldown, now);
    }

    boolean isBusy(MicrosoftTenant tenant) {
        return queues.isBusy(tenant);
    }

    int busyQueues() {
        return queues.size();
    }
}

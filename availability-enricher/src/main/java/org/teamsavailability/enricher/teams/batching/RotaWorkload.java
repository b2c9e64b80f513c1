package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.TeamRota;

/** Reads the rotas of all tenants through the queue of the tenant, which knows the cache. */
final class RotaWorkload {

    /** Calls of a tenant's teams that may hang before teams that do not hang wait for them. */
    private static final int HUNG_TEAMS = 24;

    private final GatewayParts parts;
    private final Duration age;
    private final TenantCooldowns cooldowns;
    private final TenantQueues<RotaPart, RotaPage> queues;

    RotaWorkload(
            GraphPort port,
            GatewaySettings settings,
            GatewayParts parts,
            Consumer<Cooldown> onCooldown) {
        this.parts = parts;
        this.age = settings.ages().rota();
        GatewaySettings.Calls calls = settings.calls();
        var usage =
                new RateLimitUsage(calls.schedulesASecond(), Duration.ofSeconds(1), parts.clock());
        var counted = new CountedPort(port, usage);
        cooldowns =
                new TenantCooldowns(
                        Cooldown.Workload.SHIFTS,
                        settings.retries().longestRetryAfter(),
                        onCooldown);
        RotaCache cache = new RotaCache(settings, parts.clock());
        queues =
                new TenantQueues<>(
                        tenant ->
                                new RotaReads(
                                        tenant,
                                        counted,
                                        cache,
                                        new LongTimeOffReads(
                                                settings.longTimeOff(),
                                                parts.clock(),
                                                group -> submit(tenant, group)),
                                        parts.meters()),
                        ofTenant ->
                                new CallLimiter(
                                        Duration.ZERO,
                                        calls.scheduleInFlight(),
                                        HUNG_TEAMS,
                                        ofTenant),
                        cooldowns,
                        () ->
                                new ShiftsRateLimit(
                                        calls.schedulesASecond(), calls.schedulesATeamAndSecond()),
                        parts);
        parts.meters()
                .watch(
                        new WorkloadState(
                                "rota",
                                queues::waiting,
                                usage,
                                cooldowns,
                                cache::breakers,
                                parts.clock()));
    }

    TeamsRead<UUID, TeamRota> read(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline) {
        OpenTeamsRead<UUID, TeamRota> teamsRead = new OpenTeamsRead<>(teams, deadline);
        if (!teamsRead.isSettled()) {
            RotaWindow window = new RotaWindow(windowStart, windowEnd);
            Instant youngSince = parts.clock().instant().minus(age);
            WaiterGroup<RotaPart, RotaPage> group = new WaiterGroup<>(teamsRead, Priority.NOW);
            for (int index = 0; index < teamsRead.keys().size(); index++) {
                group.add(new RotaWaiter(group, teamsRead, index, window, youngSince));
            }
            submit(tenant, group);
        }
        return teamsRead;
    }

    private void submit(MicrosoftTenant tenant, WaiterGroup<RotaPart, RotaPage> group) {
        queues.submit(tenant, group);
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

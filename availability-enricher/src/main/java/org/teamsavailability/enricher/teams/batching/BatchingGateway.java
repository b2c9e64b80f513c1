package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.TeamRota;
import org.teamsavailability.graph.telemetry.Telemetry;

/**
 * The gateway of an instance, shared by all its threads. It has no thread of its own: what it does,
 * it does on the threads of its callers, of the port's completions and of the scheduler.
 */
public final class BatchingGateway implements TeamsGateway {

    /** Source: getPresencesByUserId, per application and tenant. */
    private static final int PRESENCES_IN_30_S = 1_500;

    /** Calls of a tenant's teams that may hang before teams that do not hang wait for them. */
    private static final int HUNG_TEAMS = 24;

    private final InstantSource clock;
    private final GatewayMeters meters;
    private final PresenceCache presences;
    private final Duration rotaAge;
    private final TenantCooldowns presenceCooldowns;
    private final TenantCooldowns shiftsCooldowns;
    private final Map<MicrosoftTenant, Consumer<Cooldown>> listeners = new ConcurrentHashMap<>();
    private final TenantQueues<UUID, PresenceSignal> presenceQueues;
    private final TenantQueues<RotaPart, RotaPage> rotaQueues;

    /**
     * @param port never blocks; its stages complete on any thread, and all within bounded time: a
     *     call that is out holds a permit of its tenant
     * @param clock the one that deadlines and read times are on
     * @param random used by several threads at once, as {@link java.util.Random} can be
     * @param telemetry where meters and the spans of calls go
     */
    public BatchingGateway(
            GraphPort port,
            GatewaySettings settings,
            InstantSource clock,
            Scheduler scheduler,
            RandomGenerator random,
            Telemetry telemetry) {
        this.clock = clock;
        meters = new GatewayMeters(telemetry.meters());
        var parts =
                new GatewayParts(
                        clock,
                        scheduler,
                        new Backoff(settings.retries(), random),
                        meters,
                        new CallSpans(telemetry));
        GatewaySettings.Calls calls = settings.calls();
        var presenceUsage = new RateLimitUsage(PRESENCES_IN_30_S, Duration.ofSeconds(30), clock);
        var rotaUsage = new RateLimitUsage(calls.schedulesASecond(), Duration.ofSeconds(1), clock);
        var counted = new CountedPort(port, presenceUsage, rotaUsage);

        rotaAge = settings.ages().rota();
        Duration longest = settings.retries().longestRetryAfter();
        presenceCooldowns =
                new TenantCooldowns(Cooldown.Workload.PRESENCE, longest, this::notifyListener);
        shiftsCooldowns =
                new TenantCooldowns(Cooldown.Workload.SHIFTS, longest, this::notifyListener);

        presences = new PresenceCache(settings, clock);
        presenceQueues =
                new TenantQueues<>(
                        tenant ->
                                new PresenceReads(
                                        tenant,
                                        counted,
                                        presences,
                                        presences.endpoint(tenant),
                                        meters),
                        cooldowns ->
                                new CallLimiter(
                                        calls.presencePace(),
                                        calls.presenceInFlight(),
                                        calls.presenceInFlight(),
                                        cooldowns),
                        presenceCooldowns,
                        RateLimit::unlimited,
                        parts);

        RotaCache rotas = new RotaCache(settings, clock);
        rotaQueues =
                new TenantQueues<>(
                        tenant ->
                                new RotaReads(
                                        tenant,
                                        counted,
                                        rotas,
                                        new LongTimeOffReads(
                                                settings.longTimeOff(),
                                                clock,
                                                group -> submitRota(tenant, group)),
                                        meters),
                        cooldowns ->
                                new CallLimiter(
                                        Duration.ZERO,
                                        calls.scheduleInFlight(),
                                        HUNG_TEAMS,
                                        cooldowns),
                        shiftsCooldowns,
                        () ->
                                new ShiftsRateLimit(
                                        calls.schedulesASecond(), calls.schedulesATeamAndSecond()),
                        parts);
        meters.watch(presenceQueues::waiting, rotaQueues::waiting);
        meters.watchRateLimits(presenceUsage::highest, rotaUsage::highest);
    }

    @Override
    public TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant,
            Collection<UUID> accounts,
            Instant deadline,
            Priority priority) {
        Instant now = clock.instant();
        OpenTeamsRead<UUID, PresenceSignal> teamsRead = new OpenTeamsRead<>(accounts, deadline);
        WaiterGroup<UUID, PresenceSignal> group = null;
        List<UUID> keys = teamsRead.keys();
        for (int index = 0; index < keys.size(); index++) {
            Outcome<PresenceSignal> known = presences.recall(tenant, keys.get(index), now);
            if (known != null) {
                meters.hit(ReadKind.PRESENCE);
                teamsRead.answer(index, known);
            } else {
                group = group == null ? new WaiterGroup<>(teamsRead, priority) : group;
                group.add(new PresenceWaiter(group, teamsRead, index));
            }
        }
        if (group != null) {
            presenceQueues.submit(tenant, group);
        }
        return teamsRead;
    }

    @Override
    public TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline) {
        OpenTeamsRead<UUID, TeamRota> teamsRead = new OpenTeamsRead<>(teams, deadline);
        if (!teamsRead.isSettled()) {
            RotaWindow window = new RotaWindow(windowStart, windowEnd);
            Instant youngSince = clock.instant().minus(rotaAge);
            WaiterGroup<RotaPart, RotaPage> group = new WaiterGroup<>(teamsRead, Priority.NOW);
            for (int index = 0; index < teamsRead.keys().size(); index++) {
                group.add(new RotaWaiter(group, teamsRead, index, window, youngSince));
            }
            rotaQueues.submit(tenant, group);
        }
        return teamsRead;
    }

    @Override
    public void restoreCooldowns(Collection<Cooldown> known) {
        Instant now = clock.instant();
        for (Cooldown cooldown : known) {
            presenceCooldowns.restore(cooldown, now);
            shiftsCooldowns.restore(cooldown, now);
        }
    }

    @Override
    public void onCooldown(MicrosoftTenant tenant, Consumer<Cooldown> listener) {
        listeners.put(tenant, listener);
    }

    @Override
    public boolean isBusy(MicrosoftTenant tenant) {
        return presenceQueues.isBusy(tenant) || rotaQueues.isBusy(tenant);
    }

    private void submitRota(MicrosoftTenant tenant, WaiterGroup<RotaPart, RotaPage> group) {
        rotaQueues.submit(tenant, group);
    }

    private void notifyListener(Cooldown cooldown) {
        Consumer<Cooldown> listener = listeners.get(cooldown.tenant());
        if (listener != null) {
            listener.accept(cooldown);
        }
    }

    /** How many queues have something to do. */
    int busyQueues() {
        return presenceQueues.size() + rotaQueues.size();
    }
}

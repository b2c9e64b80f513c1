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
 * it does on those of its callers, of the port's completions and of the alarms.
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
    private final TenantCooldowns presenceClosures;
    private final TenantCooldowns shiftsClosures;
    private final Map<MicrosoftTenant, Consumer<Cooldown>> listeners = new ConcurrentHashMap<>();
    private final TenantQueues<UUID, PresenceSignal> presenceDesks;
    private final TenantQueues<RotaPart, RotaPage> rotaDesks;

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
            Scheduler alarms,
            RandomGenerator random,
            Telemetry telemetry) {
        this.clock = clock;
        meters = new GatewayMeters(telemetry.meters());
        var setting =
                new GatewayParts(
                        clock,
                        alarms,
                        new Backoff(settings.retries(), random),
                        meters,
                        new CallSpans(telemetry));
        GatewaySettings.Calls calls = settings.calls();
        var presenceUse = new RateLimitUsage(PRESENCES_IN_30_S, Duration.ofSeconds(30), clock);
        var rotaUse = new RateLimitUsage(calls.schedulesASecond(), Duration.ofSeconds(1), clock);
        var counted = new CountedPort(port, presenceUse, rotaUse);

        rotaAge = settings.ages().rota();
        Duration longest = settings.retries().longestRetryAfter();
        presenceClosures = new TenantCooldowns(Cooldown.Workload.PRESENCE, longest, this::tell);
        shiftsClosures = new TenantCooldowns(Cooldown.Workload.SHIFTS, longest, this::tell);

        presences = new PresenceCache(settings, clock);
        presenceDesks =
                new TenantQueues<>(
                        tenant ->
                                new PresenceReads(
                                        tenant,
                                        counted,
                                        presences,
                                        presences.endpoint(tenant),
                                        meters),
                        closures ->
                                new CallLimiter(
                                        calls.presencePace(),
                                        calls.presenceInFlight(),
                                        calls.presenceInFlight(),
                                        closures),
                        presenceClosures,
                        RateLimit::unlimited,
                        setting);

        RotaCache rotas = new RotaCache(settings, clock);
        rotaDesks =
                new TenantQueues<>(
                        tenant ->
                                new RotaReads(
                                        tenant,
                                        counted,
                                        rotas,
                                        new LongTimeOffReads(
                                                settings.longTimeOff(),
                                                clock,
                                                visit -> visitRota(tenant, visit)),
                                        meters),
                        closures ->
                                new CallLimiter(
                                        Duration.ZERO,
                                        calls.scheduleInFlight(),
                                        HUNG_TEAMS,
                                        closures),
                        shiftsClosures,
                        () ->
                                new ShiftsRateLimit(
                                        calls.schedulesASecond(), calls.schedulesATeamAndSecond()),
                        setting);
        meters.watch(presenceDesks::waiting, rotaDesks::waiting);
        meters.watchBudgets(presenceUse::highest, rotaUse::highest);
    }

    @Override
    public TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant, Collection<UUID> accounts, Instant deadline, Priority urgency) {
        Instant now = clock.instant();
        OpenTeamsRead<UUID, PresenceSignal> inquiry = new OpenTeamsRead<>(accounts, deadline);
        WaiterGroup<UUID, PresenceSignal> visit = null;
        List<UUID> keys = inquiry.keys();
        for (int line = 0; line < keys.size(); line++) {
            Outcome<PresenceSignal> known = presences.recall(tenant, keys.get(line), now);
            if (known != null) {
                meters.hit(ReadKind.PRESENCE);
                inquiry.answer(line, known);
            } else {
                visit = visit == null ? new WaiterGroup<>(inquiry, urgency) : visit;
                visit.add(new PresenceWaiter(visit, inquiry, line));
            }
        }
        if (visit != null) {
            presenceDesks.visit(tenant, visit);
        }
        return inquiry;
    }

    @Override
    public TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline) {
        OpenTeamsRead<UUID, TeamRota> inquiry = new OpenTeamsRead<>(teams, deadline);
        if (!inquiry.isSettled()) {
            RotaWindow window = new RotaWindow(windowStart, windowEnd);
            Instant youngSince = clock.instant().minus(rotaAge);
            WaiterGroup<RotaPart, RotaPage> visit = new WaiterGroup<>(inquiry, Priority.PROMPT);
            for (int line = 0; line < inquiry.keys().size(); line++) {
                visit.add(new RotaWaiter(visit, inquiry, line, window, youngSince));
            }
            rotaDesks.visit(tenant, visit);
        }
        return inquiry;
    }

    @Override
    public void close(Collection<Cooldown> known) {
        Instant now = clock.instant();
        for (Cooldown closing : known) {
            presenceClosures.restore(closing, now);
            shiftsClosures.restore(closing, now);
        }
    }

    @Override
    public void watch(MicrosoftTenant tenant, Consumer<Cooldown> listener) {
        listeners.put(tenant, listener);
    }

    @Override
    public boolean isBusy(MicrosoftTenant tenant) {
        return presenceDesks.isBusy(tenant) || rotaDesks.isBusy(tenant);
    }

    private void visitRota(MicrosoftTenant tenant, WaiterGroup<RotaPart, RotaPage> visit) {
        rotaDesks.visit(tenant, visit);
    }

    private void tell(Cooldown closing) {
        Consumer<Cooldown> listener = listeners.get(closing.tenant());
        if (listener != null) {
            listener.accept(closing);
        }
    }

    /** How many desks have something to do. */
    int busyDesks() {
        return presenceDesks.size() + rotaDesks.size();
    }
}

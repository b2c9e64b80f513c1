package org.teamsavailability.enricher.cases;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.teamsavailability.enricher.cases.Case.Entry;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.batching.BatchingGateway;
import org.teamsavailability.enricher.teams.batching.GatewaySettings;
import org.teamsavailability.enricher.teams.batching.GatewaySettings.Ages;
import org.teamsavailability.enricher.teams.batching.GatewaySettings.Calls;
import org.teamsavailability.enricher.teams.batching.GatewaySettings.Retries;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.Bounds;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.settings.Timeouts;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/**
 * Microsoft as the simulator plays it, one tenant a case, and the real way there: the gateway, the
 * Graph SDK and MSAL4J over HTTP. A call takes no time on the clock, however busy the machine is.
 */
final class SimulatedMicrosoft implements AutoCloseable {

    private static final Retries QUICK =
            new Retries(3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofHours(1));

    /** Short, because a client that obeys it asks nothing of the tenant's other teams meanwhile. */
    private static final Duration SOON = Duration.ofMillis(20);

    /** Longer than all calls of the cases take on any machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SteppedTime time;
    private final GraphSimulator simulator;
    private final MicrosoftGraph graph;
    private final CountedCalls calls;
    private final TeamsGateway gateway;
    private final List<Fault> hanging = new ArrayList<>();

    SimulatedMicrosoft(SteppedTime time) {
        this.time = time;
        simulator =
                GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults().withClock(time));
        var registration =
                new AppRegistration(
                        "teams-availability",
                        new ClientCredential.Secret("made up"),
                        URI.create(simulator.loginUrl()),
                        URI.create(simulator.graphUrl()));
        graph =
                MicrosoftGraph.connect(
                        new GraphSettings(
                                Map.of(MicrosoftCloud.GLOBAL, registration),
                                new Timeouts(PATIENCE, PATIENCE, PATIENCE),
                                Bounds.DEFAULT),
                        time);
        calls = new CountedCalls(graph.port());
        gateway =
                new BatchingGateway(
                        calls,
                        new GatewaySettings(
                                Ages.defaults(),
                                Calls.defaults(),
                                QUICK,
                                GatewaySettings.Memory.defaults()),
                        time,
                        time,
                        new Random(1),
                        Telemetry.none());
    }

    TeamsGateway gateway() {
        return gateway;
    }

    /** Lets time pass; it stands still while a call is out that will be answered. */
    void letTimePassUntil(Instant end) {
        while (time.instant().isBefore(end)) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(this::isQuiet);
            time.step();
        }
    }

    // The hits come first: they are never more than the calls that are out after.
    private boolean isQuiet() {
        return hanging.stream().mapToLong(Fault::hits).sum() == calls.out();
    }

    /** Makes the tenant of a case, and lets go wrong in it what does. */
    void plant(Case it, CaseIds ids) {
        Tenant tenant = Tenant.of(ids.tenant()).withAccounts(accounts(it, ids));
        for (String team : it.rotaTeams()) {
            tenant = tenant.withTeam(team(it, ids, team));
        }
        simulator.tenants().put(tenant);
        String token = it.graph().tokenFault();
        if (!Case.Graph.isNothing(token)) {
            simulator.faults().on(ids.tenant(), Call.TOKEN).aadsts(aadsts(token));
        }
        breakPresence(it, ids);
        it.rotaTeams().forEach(team -> breakRota(it, ids, team));
    }

    /** How many reads the tenant of a case got; without any, how many tokens it was asked for. */
    long calls(CaseIds ids) {
        long tokens = simulator.journal().count(ids.tenant(), Call.TOKEN);
        long all =
                Stream.of(Call.values())
                        .mapToLong(call -> simulator.journal().count(ids.tenant(), call))
                        .sum();
        return all > tokens ? all - tokens : tokens;
    }

    private static List<Account> accounts(Case it, CaseIds ids) {
        return it.presence().entrySet().stream()
                .filter(entry -> entry.getValue().availability() != null)
                .map(entry -> account(ids, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Account account(CaseIds ids, String person, Case.Presence presence) {
        return Account.of(
                        ids.account(person),
                        String.valueOf(presence.availability()),
                        String.valueOf(presence.activity()))
                .withOutOfOffice(presence.outOfOffice(), null);
    }

    private static Team team(Case it, CaseIds ids, String name) {
        Team team = Team.of(ids.team(name));
        for (Entry shift : it.shifts().getOrDefault(name, List.of())) {
            team = team.withShift(entry(ids, shift));
        }
        for (Entry timeOff : it.timeOff().getOrDefault(name, List.of())) {
            team = team.withTimeOff(entry(ids, timeOff));
        }
        return it.graph().rotaFault(name).equals("not-provisioned")
                ? team.withState(false, "NotStarted", null)
                : team;
    }

    private static ScheduleEntry entry(CaseIds ids, Entry entry) {
        var account = ids.account(entry.user());
        Instant start = Objects.requireNonNull(entry.start());
        Instant end = Objects.requireNonNull(entry.end());
        if (entry.draft()) {
            return ScheduleEntry.draft(account, start, end);
        }
        ScheduleEntry shared =
                ScheduleEntry.shared(account, start, end)
                        .stagedForDeletion(entry.stagedForDeletion());
        return entry.draftStart() == null || entry.draftEnd() == null
                ? shared
                : shared.withDraft(entry.draftStart(), entry.draftEnd());
    }

    private void breakPresence(Case it, CaseIds ids) {
        String fault = it.graph().presenceFault();
        breakReads(fault, ids, simulator.faults().on(ids.tenant(), Call.PRESENCE));
    }

    private void breakRota(Case it, CaseIds ids, String team) {
        String fault = it.graph().rotaFault(team);
        FaultSetting rota =
                simulator
                        .faults()
                        .on(ids.tenant(), Call.SCHEDULE, Call.SHIFTS, Call.TIME_OFF)
                        .team(ids.team(team));
        if (!fault.equals("not-provisioned")) {
            breakReads(fault, ids, rota);
        }
    }

    private void breakReads(String fault, CaseIds ids, FaultSetting reads) {
        switch (fault) {
            case "ok" -> {}
            case "429" -> reads.throttle(RetryAfter.in(SOON));
            case "502-html" -> reads.status(502, Effect.Body.HTML);
            case "hang" -> hanging.add(reads.hang());
            case "truncated" -> reads.set(new Effect.Truncate());
            case String half when half.startsWith("AADSTS") -> {
                reads.status(401);
                simulator.faults().on(ids.tenant(), Call.TOKEN).times(1).latency(Duration.ZERO);
                simulator.faults().on(ids.tenant(), Call.TOKEN).aadsts(aadsts(half));
            }
            case String status -> reads.status(Integer.parseInt(status));
        }
    }

    private static int aadsts(String fault) {
        return Integer.parseInt(fault.substring("AADSTS".length()));
    }

    @Override
    public void close() {
        graph.close();
        simulator.close();
    }
}

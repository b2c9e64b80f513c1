package org.teamsavailability.systemtests.promises;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.systemtests.promises.Cause.Asked;

/** What makes a {@link Cause} so: desks whose requests want presence and the rota of one team. */
final class Plots {

    static final UUID ROTA_TEAM = UUID.fromString("7e000000-0000-4000-8000-000000000001");

    private static final AtomicInteger DESKS = new AtomicInteger();

    private Plots() {}

    /** A desk that has been read, and asks this. */
    static Function<World, Asked> asked(Consumer<DispatchRequested.Builder> request) {
        return world -> {
            var desk = world.desk(Cause.CANDIDATES, Plots::withRota);
            return ask(desk, request);
        };
    }

    /** A desk that has been read, and now meets this. */
    static Function<World, Asked> meets(Call call, Consumer<FaultSetting> fault) {
        return meets(call, fault, _ -> {});
    }

    /** The same with a request like this. */
    static Function<World, Asked> meets(
            Call call, Consumer<FaultSetting> fault, Consumer<DispatchRequested.Builder> request) {
        return world -> {
            var desk = world.desk(Cause.CANDIDATES, Plots::withRota);
            fault.accept(world.microsoft().faults().on(desk.tenant(), call));
            return ask(desk, request);
        };
    }

    /** A desk whose token is refused from now on, and with it the token that a new one replaces. */
    static Function<World, Asked> losesItsToken(Call during, Consumer<FaultSetting> login) {
        return world -> {
            var desk = world.desk(Cause.CANDIDATES, Plots::withRota);
            var faults = world.microsoft().faults();
            faults.on(desk.tenant(), during).status(401);
            login.accept(faults.on(desk.tenant(), Call.TOKEN));
            return ask(desk, _ -> {});
        };
    }

    /** A desk that asks for the first time, and whose tenant is like this. */
    static Function<World, Asked> asksFirst(UnaryOperator<Tenant> tenant) {
        return world -> {
            var desk = world.strange(Cause.CANDIDATES, it -> tenant.apply(withRota(it)));
            return ask(desk, _ -> {});
        };
    }

    /** A desk that asks for the first time, and is refused a token like this. */
    static Function<World, Asked> getsNoToken(Consumer<FaultSetting> login) {
        return getsNoToken(login, _ -> {});
    }

    /** The same with a request like this. */
    static Function<World, Asked> getsNoToken(
            Consumer<FaultSetting> login, Consumer<DispatchRequested.Builder> request) {
        return world -> {
            var desk = world.strange(Cause.CANDIDATES, Plots::withRota);
            login.accept(world.microsoft().faults().on(desk.tenant(), Call.TOKEN));
            return ask(desk, request);
        };
    }

    /** A desk that nobody has connected. */
    static Asked unconnected(World world) {
        return ask(newDesk(), _ -> {});
    }

    /** A desk whose row in the connection table is like this. */
    static Function<World, Asked> connected(Consumer<ServiceDeskConnection.Builder> row) {
        return world -> {
            var desk = newDesk();
            know(world, desk, row, true);
            return ask(desk, _ -> {});
        };
    }

    /** A desk that is connected and has mapped nobody. */
    static Asked unmapped(World world) {
        var desk = newDesk();
        know(world, desk, _ -> {}, false);
        return ask(desk, _ -> {});
    }

    /** A desk in a national cloud, which has no Shifts. */
    static Function<World, Asked> in(
            MicrosoftCloud cloud, Consumer<DispatchRequested.Builder> request) {
        return world -> {
            var desk = newDesk();
            know(world, desk, row -> row.setCloud(cloud), true);
            return ask(desk, request);
        };
    }

    /** A desk that holds as many slots as one may, because Microsoft does not answer it. */
    static Asked overloaded(World world) {
        var desk = world.desk(Cause.CANDIDATES, Plots::withRota);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).hang();
        var patient = Instant.now().plus(Duration.ofMinutes(4));
        world.publish(
                IntStream.range(0, World.SLOTS_OF_A_DESK)
                        .mapToObj(n -> desk.request("held-" + n).setRespondBy(patient).build())
                        .toList());
        return ask(desk, _ -> {});
    }

    /** A desk whose breaker is open: two earlier requests made five calls that failed. */
    static Asked failedEveryTime(World world) {
        var desk = world.desk(Cause.CANDIDATES, Plots::withRota);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).status(503);
        for (int earlier = 1; earlier <= 2; earlier++) {
            var request = desk.request("failed-" + earlier);
            presenceOnly(request);
            world.ask(request.build());
        }
        return ask(desk, _ -> {});
    }

    /**
     * A desk that asks for one team's rota on so many days that our own rate limit of the team is
     * reached for 20 s: each takes two calls, of which a team has four a second. So a slow machine
     * publishes the last request in time, too.
     */
    static Asked budgetSpent(World world) {
        var desk = world.desk(Cause.CANDIDATES, Plots::withRota);
        var patient = Instant.now().plus(Duration.ofSeconds(20));
        world.publish(
                IntStream.rangeClosed(1, 40)
                        .mapToObj(day -> {
                            var earlier = desk.request("day-" + day).setRespondBy(patient);
                            onDay(day, earlier);
                            return earlier.build();
                        })
                        .toList());
        return ask(
                desk,
                request -> {
                    onDay(41, request);
                    answeredSoon(request);
                });
    }

    private static void onDay(int day, DispatchRequested.Builder request) {
        var start = Instant.now().plus(Duration.ofDays(day));
        request.setPlanningWindow(new Slot(start, start.plusSeconds(3_600)))
                .setTeamsAvailability(Desk.settings(List.of(ROTA_TEAM.toString())));
    }

    /** Is answered after the first call that hangs counts as failed, and before the third does. */
    static void answeredIn7s(DispatchRequested.Builder request) {
        request.setRespondBy(Instant.now().plus(Duration.ofSeconds(7)));
    }

    /** Is answered before the five seconds after which a call that hangs counts as failed. */
    static void answeredSoon(DispatchRequested.Builder request) {
        request.setRespondBy(null);
    }

    /** Wants no rota. */
    static void presenceOnly(DispatchRequested.Builder request) {
        request.setTeamsAvailability(Desk.settings(List.of()));
    }

    /** Wants presence, and says to ignore it. */
    static void presenceIgnored(DispatchRequested.Builder request) {
        request.setTeamsAvailability(
                TeamsAvailabilitySettings.newBuilder(Desk.settings(List.of()))
                        .setCustomInstructions("Ignore Teams presence.")
                        .build());
    }

    /** Is switched off. */
    static void switchedOff(DispatchRequested.Builder request) {
        request.setTeamsAvailability(
                TeamsAvailabilitySettings.newBuilder(request.getTeamsAvailability())
                        .setEnabled(false)
                        .build());
    }

    static void pending(ServiceDeskConnection.Builder row) {
        row.setConsent(ConsentState.PENDING);
    }

    static void revoked(ServiceDeskConnection.Builder row) {
        row.setConsent(ConsentState.REVOKED);
    }

    static Tenant withRota(Tenant tenant) {
        return tenant.withTeam(Team.of(ROTA_TEAM));
    }

    private static void know(
            World world,
            Desk desk,
            Consumer<ServiceDeskConnection.Builder> change,
            boolean mapped) {
        var row = ServiceDeskConnection.newBuilder(desk.connection());
        change.accept(row);
        world.know(
                Dataset.of(withRota(desk.everybodyAvailable())),
                List.of(row.build()),
                mapped ? desk.mappings() : List.of());
    }

    private static Asked ask(Desk desk, Consumer<DispatchRequested.Builder> change) {
        var request =
                desk.request("cause")
                        .setTeamsAvailability(Desk.settings(List.of(ROTA_TEAM.toString())));
        change.accept(request);
        return new Asked(desk, request.build());
    }

    private static Desk newDesk() {
        return Desk.of("cause-" + DESKS.incrementAndGet(), Cause.CANDIDATES);
    }
}

package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.RecordedCall;
import org.teamsavailability.simulator.limit.RetryAfter;

/** After an outage the first success is used at once: the very next request is answered by it. */
@OnTheStack
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = SharedStack.CREDENTIALS, mode = ResourceAccessMode.READ)
class RecoveryTest {

    private static final int CANDIDATES = 2;

    private final World world;

    RecoveryTest(World world) {
        this.world = world;
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                outage("503", Call.PRESENCE, it -> it.status(503)),
                outage("a gateway's page", Call.PRESENCE, it -> it.status(502, Effect.Body.HTML)),
                outage("a broken connection", Call.PRESENCE, it -> it.set(new Effect.Reset())),
                outage("a broken body", Call.PRESENCE, it -> it.set(new Effect.Truncate())),
                outage("no login", Call.TOKEN, it -> it.status(500)),
                outage("our credentials refused", Call.TOKEN, it -> it.aadsts(7000222)));
    }

    private static Arguments outage(String name, Call call, Consumer<FaultSetting> fault) {
        return Arguments.argumentSet(name, call, fault);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void readsTeamsWithTheFirstRequestAfterALongOutage(Call call, Consumer<FaultSetting> fault) {
        var desk = world.strange(CANDIDATES, tenant -> tenant);
        fault.accept(world.microsoft().faults().on(desk.tenant(), call));
        for (int i = 0; i < 4; i++) {
            assertThat(reasons(ask(desk))).containsExactly(Reason.TEAMS_UNREACHABLE);
        }

        world.microsoft().faults().clear(desk.tenant());

        assertReadByTeams(ask(desk));
    }

    @Test
    void readsTeamsThoughACallOfBeforeStillHangs() {
        // a call hangs for five seconds, and a busy machine may ask again after these
        await().until(this::readsTeamsBesideACallThatHangs);
    }

    /** True where the earlier call was still under way when Teams was asked again. */
    private boolean readsTeamsBesideACallThatHangs() {
        var desk = world.desk(CANDIDATES);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).times(1).hang();
        assertThat(reasons(ask(desk, 3))).containsExactly(Reason.TEAMS_TIMEOUT);

        assertReadByTeams(ask(desk));

        var journal = world.microsoft().journal();
        await().until(() -> journal.underWay(desk.tenant(), Call.PRESENCE) == 0);
        var lastTwo =
                journal.calls(desk.tenant(), Call.PRESENCE).stream()
                        .sorted(Comparator.comparing(RecordedCall::start).reversed())
                        .limit(2)
                        .toList();
        return lastTwo.getLast().end().isAfter(lastTwo.getFirst().start());
    }

    @Test
    void readsTeamsAsSoonAsRetryAfterHasPassed() {
        var desk = world.desk(CANDIDATES);
        world.microsoft()
                .faults()
                .on(desk.tenant(), Call.PRESENCE)
                .times(1)
                .throttle(RetryAfter.in(Duration.ofSeconds(10)));
        assertThat(reasons(ask(desk, 8))).containsExactly(Reason.TEAMS_THROTTLED);

        assertReadByTeams(ask(desk));
        assertThat(world.microsoft().journal().beforeRetryAfter(desk.tenant())).isZero();
    }

    @Test
    void asksNothingBeforeRetryAfterHasPassed() {
        var desk = world.desk(CANDIDATES);
        world.microsoft()
                .faults()
                .on(desk.tenant(), Call.PRESENCE)
                .throttle(RetryAfter.in(Duration.ofMinutes(10)));

        assertThat(reasons(ask(desk))).containsExactly(Reason.TEAMS_THROTTLED);
        assertThat(reasons(ask(desk))).containsExactly(Reason.TEAMS_THROTTLED);

        assertThat(world.microsoft().journal().beforeRetryAfter(desk.tenant())).isZero();
    }

    private CandidateAvailability ask(Desk desk) {
        return world.ask(desk.request("recovery").build());
    }

    /** What is to be answered in so many seconds. */
    private CandidateAvailability ask(Desk desk, int seconds) {
        var respondBy = Instant.now().plusSeconds(seconds);
        return world.ask(desk.request("recovery").setRespondBy(respondBy).build());
    }

    private static List<Reason> reasons(CandidateAvailability answer) {
        return answer.getFallbacks().stream().map(it -> it.getReason()).toList();
    }

    private static void assertReadByTeams(CandidateAvailability answer) {
        assertThat(reasons(answer)).isEmpty();
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS);
    }
}

package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.throttled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.RetryTime;

class RetryTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    static Stream<GraphFailure> canPass() {
        return Stream.of(
                new GraphFailure.Unreachable(502, null), new GraphFailure.Malformed(200, "r"));
    }

    static Stream<GraphFailure> standFast() {
        return Stream.of(
                new GraphFailure.PermissionMissing(403, "r", GraphPermission.PRESENCE_READ_ALL),
                new GraphFailure.ConsentMissing(400, "r", 700016),
                new GraphFailure.OwnCredentialsRefused(401, "r", 7000222));
    }

    @ParameterizedTest
    @MethodSource("canPass")
    void triesAgainAfterAPauseThatGrows(GraphFailure failure) {
        var teamsRead = fixture.ask(account(1));
        graph.last().fail(failure);
        time.pass(24);
        assertThat(graph.calls()).hasSize(1);
        time.pass(26);
        assertThat(graph.calls()).hasSize(2);

        graph.last().fail(failure);
        time.pass(49);
        assertThat(graph.calls()).hasSize(2);
        time.pass(51);
        assertThat(graph.calls()).hasSize(3);
        assertThat(isSettled(teamsRead)).isFalse();

        graph.answerAll();
        assertThat(teamsRead.soFar().get(account(1))).isInstanceOf(Outcome.Read.class);
    }

    @ParameterizedTest
    @MethodSource("canPass")
    void failsWithTheCauseAfterThreeAttempts(GraphFailure failure) {
        var teamsRead = fixture.ask(account(1));
        for (int i = 0; i < 3; i++) {
            time.pass(100);
            graph.last().fail(failure);
        }

        assertFailed(teamsRead, failure);
        time.pass(5_000);
        assertThat(graph.calls()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("standFast")
    void doesNotRepeatWhatCannotSucceed(GraphFailure failure) {
        var teamsRead = fixture.ask(accounts(1, 2));
        graph.last().fail(failure);

        assertFailed(teamsRead, failure);
        time.pass(5_000);
        assertThat(graph.calls()).hasSize(1);
    }

    @Test
    void failsAtOnceWhereANewAttemptWouldComeTooLate() {
        var hasty = fixture.ask(List.of(account(1)), 20);
        var batched = fixture.ask(List.of(account(1)), 1_000);
        graph.last().fail(GatewayFixture.UNREACHABLE);

        assertFailed(hasty, GatewayFixture.UNREACHABLE);
        assertThat(isSettled(batched)).isFalse();

        var hastyToo = fixture.ask(List.of(account(1)), 20);
        assertFailed(hastyToo, GatewayFixture.UNREACHABLE);

        time.pass(100);
        graph.answerAll();
        assertThat(batched.soFar().get(account(1))).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void asksNothingBeforeRetryAfterHasPassed() {
        Instant notBefore = time.in(700);
        var teamsRead = fixture.ask(account(1));
        time.pass(20);
        fixture.ask(account(2));
        graph.calls().getFirst().fail(throttled(notBefore));
        graph.calls().getLast().fail(throttled(time.in(1)));
        fixture.ask(account(3));
        time.pass(679);
        assertThat(graph.calls()).hasSize(2);

        time.pass(1);

        assertThat(graph.last().startedAt()).isEqualTo(notBefore);
        assertThat(graph.last().ids()).containsExactlyInAnyOrderElementsOf(accounts(1, 3));
        graph.answerAll();
        assertThat(teamsRead.soFar().get(account(1))).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void putsWhatIsRepeatedInFrontOfWhatCameLater() {
        fixture.ask(accounts(1, 2));
        graph.last().fail(throttled(time.in(500)));
        fixture.ask(account(3));
        time.pass(500);

        assertThat(graph.last().ids()).isEqualTo(accounts(1, 3));
    }

    @Test
    void failsAtOnceWhereRetryAfterIsPastTheDeadline() {
        var failure = throttled(time.in(30_000));
        var inFlight = fixture.ask(account(2));
        time.pass(20);
        var refused = fixture.ask(account(1));
        var waiting = fixture.ask(account(3));
        graph.last().fail(failure);

        assertFailed(refused, failure);
        assertFailed(waiting, failure);
        assertFailed(fixture.ask(account(4)), failure);
        assertThat(isSettled(inFlight)).isFalse();
        assertThat(isSettled(fixture.ask(account(2)))).isFalse();

        graph.answerAll();
        assertThat(isSettled(inFlight)).isTrue();
        time.pass(29_979);
        assertThat(graph.calls()).hasSize(2);
        fixture.ask(account(5));
        time.pass(1);
        assertThat(graph.last().ids()).containsExactly(account(5));
    }

    @Test
    void obeysRetryAfterWhateverTheStatus() {
        var failure = new GraphFailure.Unreachable(503, "r-5");
        var tooHasty = fixture.ask(account(1));
        graph.last().fail(failure, time.in(8_000));
        assertFailed(tooHasty, failure);
        assertFailed(fixture.ask(account(2)), failure);

        var batched = fixture.ask(List.of(account(3)), 10_000);
        time.pass(7_999);
        assertThat(graph.calls()).hasSize(1);
        time.pass(1);
        assertThat(graph.last().ids()).containsExactly(account(3));
        graph.answerAll();
        assertThat(batched.soFar().get(account(3))).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void makesOneProbeCallAfterRetryAfterAndTheOthersWhenItIsAnswered() {
        fixture.ask(account(1));
        graph.last().fail(throttled(time.in(30_000)));
        time.pass(30_000);
        fixture.ask(account(2));
        time.pass(100);
        fixture.ask(account(3));
        time.pass(100);
        assertThat(graph.out()).hasSize(1);

        graph.last().fail(GatewayFixture.UNREACHABLE);
        time.pass(100);
        assertThat(graph.out()).hasSize(1);
        fixture.ask(account(4));
        time.pass(100);
        assertThat(graph.out()).hasSize(1);

        graph.answer(graph.last());
        fixture.ask(account(5));
        time.pass(20);
        fixture.ask(account(6));
        time.pass(20);
        assertThat(graph.out().size()).isGreaterThan(1);
    }

    @Test
    void makesOneProbeCallLongAfterRetryAfterToo() {
        fixture.ask(account(1));
        graph.last().fail(throttled(time.in(30_000)));
        time.pass(600_000);
        assertThat(fixture.gateway.busyQueues()).isZero();

        fixture.ask(account(2));
        time.pass(100);
        fixture.ask(account(3));
        time.pass(100);

        assertThat(graph.out()).hasSize(1);
    }

    @Test
    void makesAnotherProbeCallWhereTheFirstHangs() {
        fixture.ask(account(1));
        graph.last().fail(throttled(time.in(30_000)));
        time.pass(30_000);
        fixture.ask(account(2));
        time.pass(100);
        fixture.ask(account(3));

        time.pass(900);

        assertThat(graph.out()).hasSize(2);
        graph.answer(graph.last());
        fixture.ask(account(4));
        time.pass(20);
        fixture.ask(account(5));
        time.pass(20);
        assertThat(graph.out()).hasSize(3);
    }

    @Test
    void waitsAnHourWhereRetryAfterIsLongerAndThenProbes() {
        var failure = throttled(time.instant().plus(Duration.ofDays(7)));
        fixture.ask(account(1));
        graph.last().fail(failure);
        time.pass(3_599_999);
        assertFailed(fixture.ask(List.of(account(2)), 1), failure);

        time.pass(1);
        fixture.ask(account(2));

        assertThat(graph.out()).hasSize(1);
    }

    @Test
    void coolsDownOneTeamAfterA429ForItsSchedule() {
        fixture.askRota(GatewayFixture.team(1));
        var failure = throttled(time.in(30_000));
        graph.last().fail(failure);

        assertFailed(fixture.askRota(GatewayFixture.team(1)), failure);
        var other = fixture.askRota(GatewayFixture.team(2));
        graph.answerAll();
        graph.answerAll();
        assertThat(other.soFar().get(GatewayFixture.team(2))).isInstanceOf(Outcome.Read.class);
        assertThat(graph.calls()).hasSize(4);
    }

    @Test
    void coolsDownShiftsUntilTheLaterOfTwoThrottledTeams() {
        fixture.askRota(GatewayFixture.team(1), GatewayFixture.team(2));
        graph.calls().getFirst().fail(throttled(time.in(30_000)));
        time.pass(29_999);
        var failure = throttled(time.in(10_000));
        graph.calls().getLast().fail(failure);
        time.pass(9_999);
        assertFailed(fixture.askRota(List.of(GatewayFixture.team(3)), 1), failure);

        time.pass(1);
        fixture.askRota(GatewayFixture.team(3), GatewayFixture.team(4));

        assertThat(graph.out()).hasSize(1);
        graph.answerAll();
        assertThat(graph.out()).hasSize(3);
    }

    @Test
    void keepsShiftsOpenWhenTheFirstTeamMayBeCalledAgain() {
        fixture.askRota(GatewayFixture.team(1), GatewayFixture.team(2));
        graph.calls().getFirst().fail(throttled(time.in(1_000)));
        time.pass(1_000);
        graph.calls().get(1).fail(throttled(time.in(10_000)));
        graph.answerAll();

        fixture.askRota(GatewayFixture.team(3));

        assertThat(graph.last().ids()).containsExactly(GatewayFixture.team(3));
    }

    @Test
    void coolsDownShiftsAfterARetryAfterOfTheLoginServiceOrOfAnotherStatus() {
        var failure = new GraphFailure.Unreachable(503, "r-5");
        fixture.askRota(GatewayFixture.team(1));
        graph.last().fail(failure, time.in(30_000));

        assertFailed(fixture.askRota(GatewayFixture.team(2)), failure);

        var noToken = throttled(time.in(30_000));
        fixture.gateway.rota(
                GatewayFixture.tenant(2),
                List.of(GatewayFixture.team(1)),
                GatewayFixture.MONDAY,
                GatewayFixture.MONDAY,
                time.in(2_000));
        graph.last()
                .reply()
                .completeExceptionally(
                        new GraphException(noToken, new RetryTime(time.in(30_000), true)));
        assertFailed(
                fixture.gateway.rota(
                        GatewayFixture.tenant(2),
                        List.of(GatewayFixture.team(2)),
                        GatewayFixture.MONDAY,
                        GatewayFixture.MONDAY,
                        time.in(2_000)),
                noToken);
    }

    @Test
    void throttlesOneTenantAndOneWorkloadOnly() {
        fixture.ask(account(1));
        graph.last().fail(throttled(time.in(30_000)));

        fixture.askRota(GatewayFixture.team(1));
        fixture.gateway.presence(
                GatewayFixture.tenant(2), List.of(account(1)), time.in(2_000), Priority.NOW);

        assertThat(graph.out()).hasSize(2);
    }

    @Test
    void givesUpOnAGraphThatThrottlesWithoutAPause() {
        var teamsRead = fixture.ask(account(1));
        for (int i = 0; i < 3; i++) {
            time.pass(100);
            graph.last().fail(throttled(time.instant()));
        }

        assertThat(isSettled(teamsRead)).isTrue();
        time.pass(5_000);
        assertThat(graph.calls()).hasSize(3);
    }

    @Test
    void takesADefectBehindThePortForAnUnreachableGraph() {
        var teamsRead = fixture.ask(account(1));
        for (int i = 0; i < 3; i++) {
            time.pass(100);
            graph.last().reply().completeExceptionally(new IllegalStateException("a defect"));
        }

        assertFailed(teamsRead, new GraphFailure.Unreachable(null, null));
    }

    @Test
    void survivesAPortThatThrows() {
        graph.onCall(_ -> {
            throw new IllegalStateException("a defect");
        });
        var teamsRead = fixture.ask(account(1));
        time.pass(1_000);

        assertFailed(teamsRead, new GraphFailure.Unreachable(null, null));
        assertThat(fixture.gateway.busyQueues()).isZero();
    }

    @Test
    void pausesNoLongerThanTheLongestPause() {
        var retries =
                new GatewaySettings.Retries(
                        10, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofHours(1));
        Backoff backoff = new Backoff(retries, new java.util.Random(3));

        assertThat(backoff.pause(1)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
        assertThat(backoff.pause(3)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(backoff.pause(9)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.allows(9)).isTrue();
        assertThat(backoff.allows(10)).isFalse();
    }

    private static void assertFailed(TeamsRead<UUID, ?> teamsRead, GraphFailure failure) {
        assertThat(isSettled(teamsRead)).isTrue();
        Map<UUID, ?> outcomes = teamsRead.soFar();
        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes.values()).allMatch(new Outcome.Failed<>(failure)::equals);
    }
}

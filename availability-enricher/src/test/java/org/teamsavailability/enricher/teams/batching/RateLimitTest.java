package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.MONDAY;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.enricher.teams.batching.FakeGraph.Call;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.TeamRota;

/** Our own rate limit of calls for schedules, shifts and time off. */
class RateLimitTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void asksForATeamFourTimesASecondAndNotMore() {
        answerAtOnce();
        var first = askOn(0, team(1));
        askOn(5, team(1));
        var second = askOn(10, team(1));

        assertThat(graph.calls()).hasSize(4);
        assertThat(first).matches(GatewayFixture::isSettled);
        assertThat(second).matches(it -> !GatewayFixture.isSettled(it));

        time.pass(1_100);

        assertThat(graph.calls()).hasSize(5);
        assertThat(second).matches(GatewayFixture::isSettled);
    }

    @Test
    void asksForATenantThirtyTimesASecondAndNotMore() {
        answerAtOnce();
        UUID[] teams =
                IntStream.rangeClosed(1, 11).mapToObj(GatewayFixture::team).toArray(UUID[]::new);

        var teamsRead = fixture.askRota(teams);
        time.pass(0);

        assertThat(graph.calls()).hasSize(30);
        time.pass(1_099);
        assertThat(graph.calls()).hasSize(30);
        time.pass(1);
        assertThat(graph.calls()).hasSize(33);
        assertThat(teamsRead).matches(GatewayFixture::isSettled);
    }

    @Test
    void letsOtherTeamsContinueWhenOneTeamReachesItsRateLimit() {
        answerAtOnce();
        askOn(0, team(1));
        askOn(10, team(1));

        var other = askOn(0, team(2));

        assertThat(other).matches(GatewayFixture::isSettled);
    }

    @Test
    void reportsThrottledForReadsThatOurRateLimitStopped() {
        answerAtOnce();
        askOn(0, team(1));
        askOn(5, team(1));
        var hasty =
                fixture.gateway.rota(
                        fixture.contoso,
                        List.of(team(1)),
                        MONDAY.plusDays(10),
                        MONDAY.plusDays(10),
                        time.in(500));
        Instant opens = time.instant().plus(ShiftsRateLimit.WINDOW);

        time.pass(500);

        assertThat(hasty.soFar())
                .containsEntry(team(1), new Outcome.Failed<>(new Throttled(null, null, opens)));
    }

    @Test
    void reportsOurRateLimitBeforeTheDeadline() {
        answerAtOnce();
        askOn(0, team(1));

        var hasty = askOn(10, team(1));

        assertThat(hasty.soFar()).containsOnlyKeys(team(1));
    }

    @Test
    void reportsThrottledEvenWhenNoPermitWasFree() {
        answerAtOnce();
        askOn(0, team(1));
        askOn(5, team(1));
        graph.onCall(_ -> {});
        UUID[] hanging =
                IntStream.rangeClosed(2, 5).mapToObj(GatewayFixture::team).toArray(UUID[]::new);
        fixture.askRota(hanging);
        time.pass(500);

        var hasty = askOn(10, team(1));

        assertThat(hasty.soFar()).containsOnlyKeys(team(1));
    }

    @Test
    void reportsNoThrottlingForACallThatHangsAfterOurRateLimitAllowedIt() {
        answerAtOnce();
        askOn(0, team(1));
        askOn(5, team(1));
        var batched = askOn(10, team(1));
        graph.onCall(_ -> {});
        assertThat(batched.soFar()).isNotEmpty();

        time.pass(1_999);

        assertThat(graph.out()).isNotEmpty();
        assertThat(batched.soFar()).isEmpty();
    }

    @Test
    void whatWaitedForAFreeCallWasNotThrottled() {
        UUID[] teams =
                IntStream.rangeClosed(1, 5).mapToObj(GatewayFixture::team).toArray(UUID[]::new);

        var teamsRead = fixture.askRota(teams);
        time.pass(2_000);

        assertThat(teamsRead.soFar()).isEmpty();
    }

    @Test
    void waitsAtMostOneWindowAfterTheClockIsSetBack() {
        var window = new SlidingWindow(1, Duration.ofSeconds(1));
        Instant now = time.instant();
        window.add(now.plusSeconds(3_600));

        assertThat(window.opensAt(now)).isEqualTo(now.plusSeconds(1));
        assertThat(window.opensAt(now.plusSeconds(1))).isEqualTo(Instant.EPOCH);
    }

    private void answerAtOnce() {
        graph.onCall(call ->
                time.after(
                        Duration.ZERO,
                        () -> Stream.of(call).filter(Call::isOut).forEach(graph::answer)));
    }

    private TeamsRead<UUID, TeamRota> askOn(int day, UUID team) {
        var teamsRead =
                fixture.gateway.rota(
                        fixture.contoso,
                        List.of(team),
                        MONDAY.plusDays(day),
                        MONDAY.plusDays(day),
                        time.in(2_000));
        time.pass(0);
        return teamsRead;
    }
}

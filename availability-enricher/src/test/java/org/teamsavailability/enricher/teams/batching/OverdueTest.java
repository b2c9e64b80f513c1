package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.throttled;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphFailure;

/** A call whose answer was lost keeps nobody from what Microsoft answers now. */
class OverdueTest {

    private static final int OVERDUE = 1_000;

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void startsANewCallForRequestsThatFindAnOverdueOne() {
        fixture.ask(account(1));
        time.pass(OVERDUE - 1);
        fixture.ask(account(1));
        assertThat(graph.calls()).hasSize(1);
        time.pass(1);

        var next = fixture.ask(account(1));

        assertThat(graph.calls()).hasSize(2);
        graph.answer(graph.last());
        assertRead(next);
        assertThat(graph.out()).hasSize(1);
    }

    @Test
    void answersWaitersOfTheOverdueCallFromTheNewOne() {
        var first = fixture.ask(account(1));
        time.pass(OVERDUE);
        fixture.ask(accounts(1, 2));

        graph.answer(graph.last());

        assertRead(first);
    }

    @Test
    void answersFromTheOverdueCallIfItReturnsFirst() {
        var first = fixture.ask(account(1));
        time.pass(OVERDUE);
        var next = fixture.ask(account(1));

        graph.answer(graph.calls().getFirst());

        assertRead(first);
        assertRead(next);
        graph.answerAll();
        assertThat(fixture.gateway.busyQueues()).isOne();
        time.pass(20);
        assertThat(fixture.gateway.busyQueues()).isZero();
    }

    @Test
    void failsNobodyWhenTheOverdueCallFails() {
        fixture.ask(account(1));
        time.pass(OVERDUE);
        var next = fixture.ask(account(1));

        graph.calls().getFirst().fail(new GraphFailure.Unreachable(null, null));
        time.pass(500);

        assertThat(next.soFar()).isEmpty();
        assertThat(graph.calls()).hasSize(2);
        graph.answerAll();
        assertRead(next);
    }

    @Test
    void startsNoThirdCallAfterTheSecondFailed() {
        fixture.ask(account(1));
        time.pass(OVERDUE);
        fixture.ask(account(1));
        graph.last().fail(GatewayFixture.NOT_PROVISIONED);
        fixture.ask(account(1));
        time.pass(20 + OVERDUE);
        assertThat(graph.out()).hasSize(2);

        fixture.ask(account(1));

        assertThat(graph.out()).hasSize(2);
    }

    @Test
    void doesNotRepeatAReadThatTheOverdueCallAnsweredMeanwhile() {
        fixture.ask(account(1));
        time.pass(OVERDUE);
        fixture.ask(account(9)); // so that the next call has to keep the pace
        var next = fixture.ask(account(1));

        graph.answer(graph.calls().getFirst());
        time.pass(20);

        assertRead(next);
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void keepsTheQueueUntilTheOverdueCallReturns() {
        fixture.ask(account(1));
        time.pass(OVERDUE);
        fixture.ask(account(1));
        graph.answer(graph.last());
        time.pass(10_000);
        assertThat(fixture.gateway.busyQueues()).isOne();
        assertThat(time.tasksScheduled()).isZero();

        graph.answerAll();

        assertThat(fixture.gateway.busyQueues()).isZero();
    }

    @Test
    void givesThePermitOfAHungCallToAnother() {
        for (int i = 1; i <= 4; i++) {
            fixture.ask(account(i));
            time.pass(20);
        }
        var next = fixture.ask(account(5));
        assertThat(graph.calls()).hasSize(4);

        time.pass(OVERDUE - 80);

        assertThat(graph.calls()).hasSize(5);
        graph.answer(graph.last());
        assertRead(next);
    }

    @Test
    void waitsForTheOverdueCallWhereTooManyHang() {
        for (int i = 1; i <= 8; i++) {
            fixture.ask(List.of(account(i)), 10_000);
            time.pass(OVERDUE / 4);
        }
        time.pass(OVERDUE);
        assertThat(graph.calls()).hasSize(8);

        var next = fixture.ask(account(1));

        assertThat(graph.calls()).hasSize(8);
        graph.answer(graph.calls().getFirst());
        assertRead(next);
    }

    @Test
    void hasAtMostTwoCallsInFlightForTheSameRead() {
        for (int i = 0; i < 5; i++) {
            fixture.askRota(team(1));
            time.pass(OVERDUE);
        }
        assertThat(graph.calls()).hasSize(2);

        graph.calls().getFirst().fail(new GraphFailure.Unreachable(null, null));
        fixture.askRota(team(1));

        assertThat(graph.calls()).hasSize(3);
        assertThat(graph.out()).hasSize(2);
    }

    @Test
    void readsHealthyTeamsWhileFourHang() {
        var teamsRead =
                fixture.askRota(
                        IntStream.rangeClosed(1, 6)
                                .mapToObj(GatewayFixture::team)
                                .toArray(UUID[]::new));
        time.pass(OVERDUE);
        answerTeamsFrom(5);
        assertThat(teamsRead.soFar()).containsOnlyKeys(team(5), team(6));
    }

    @Test
    void letsNoTeamWaitForThoseThatHungLately() {
        UUID[] hanging =
                IntStream.rangeClosed(1, 12).mapToObj(GatewayFixture::team).toArray(UUID[]::new);
        fixture.askRota(hanging);
        time.pass(3 * OVERDUE);
        fixture.askRota(hanging);
        time.pass(3 * OVERDUE);
        fixture.askRota(hanging);

        var teamsRead = fixture.askRota(team(13));

        assertThat(graph.last().ids()).containsExactly(team(13));
        answerTeamsFrom(13);
        assertRead(teamsRead);
    }

    private void answerTeamsFrom(int first) {
        for (int i = 0; i < 2; i++) {
            graph.out().stream()
                    .filter(call -> call.ids().getFirst().compareTo(team(first)) >= 0)
                    .forEach(graph::answer);
        }
    }

    @Test
    void asksNothingAgainBeforeRetryAfterHasPassed() {
        fixture.ask(account(1));
        time.pass(20);
        fixture.ask(account(2));
        graph.last().fail(throttled(time.in(OVERDUE + 500)));
        time.pass(OVERDUE);

        var next = fixture.ask(account(1));

        assertThat(graph.out()).hasSize(1);
        graph.answerAll();
        assertRead(next);
    }

    @Test
    void repeatsAnOverdueRotaCall() {
        fixture.askRota(team(1));
        time.pass(OVERDUE);

        var next = fixture.askRota(team(1));
        assertThat(graph.calls(ReadKind.SCHEDULE)).hasSize(2);
        graph.answer(graph.last());
        graph.calls(ReadKind.SHIFTS).forEach(graph::answer);
        graph.calls(ReadKind.TIME_OFF).forEach(graph::answer);

        assertRead(next);
    }

    private static void assertRead(TeamsRead<UUID, ?> teamsRead) {
        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(List.copyOf(teamsRead.soFar().values()))
                .isNotEmpty()
                .allMatch(Outcome.Read.class::isInstance);
    }
}

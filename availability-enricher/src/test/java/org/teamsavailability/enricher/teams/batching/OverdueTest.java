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

    private final GatewayFixture stage = new GatewayFixture();
    private final FakeGraph graph = stage.graph;
    private final VirtualTime time = stage.time;

    @Test
    void asksAgainForWhoComesWhenTheCallIsOverdue() {
        stage.ask(account(1));
        time.pass(OVERDUE - 1);
        stage.ask(account(1));
        assertThat(graph.calls()).hasSize(1);
        time.pass(1);

        var next = stage.ask(account(1));

        assertThat(graph.calls()).hasSize(2);
        graph.answer(graph.last());
        assertRead(next);
        assertThat(graph.out()).hasSize(1);
    }

    @Test
    void answersWhoWaitsForTheOverdueCallByTheNewOne() {
        var first = stage.ask(account(1));
        time.pass(OVERDUE);
        stage.ask(accounts(1, 2));

        graph.answer(graph.last());

        assertRead(first);
    }

    @Test
    void answersByTheOverdueCallWhereItComesFirst() {
        var first = stage.ask(account(1));
        time.pass(OVERDUE);
        var next = stage.ask(account(1));

        graph.answer(graph.calls().getFirst());

        assertRead(first);
        assertRead(next);
        graph.answerAll();
        assertThat(stage.gateway.busyDesks()).isOne();
        time.pass(20);
        assertThat(stage.gateway.busyDesks()).isZero();
    }

    @Test
    void failsNobodyWhereTheOverdueCallFailsAfterAll() {
        stage.ask(account(1));
        time.pass(OVERDUE);
        var next = stage.ask(account(1));

        graph.calls().getFirst().fail(new GraphFailure.Unreachable(null, null));
        time.pass(500);

        assertThat(next.soFar()).isEmpty();
        assertThat(graph.calls()).hasSize(2);
        graph.answerAll();
        assertRead(next);
    }

    @Test
    void doesNotAskASecondTimeForWhatTheOverdueCallBroughtWhileTheNewOneWaited() {
        stage.ask(account(1));
        time.pass(OVERDUE);
        stage.ask(account(9)); // so that the next call has to keep the pace
        var next = stage.ask(account(1));

        graph.answer(graph.calls().getFirst());
        time.pass(20);

        assertRead(next);
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void keepsTheDeskUntilTheOverdueCallIsHome() {
        stage.ask(account(1));
        time.pass(OVERDUE);
        stage.ask(account(1));
        graph.answer(graph.last());
        time.pass(10_000);
        assertThat(stage.gateway.busyDesks()).isOne();
        assertThat(time.alarmsSet()).isZero();

        graph.answerAll();

        assertThat(stage.gateway.busyDesks()).isZero();
    }

    @Test
    void givesThePermitOfAHungCallToAnother() {
        for (int i = 1; i <= 4; i++) {
            stage.ask(account(i));
            time.pass(20);
        }
        var next = stage.ask(account(5));
        assertThat(graph.calls()).hasSize(4);

        time.pass(OVERDUE - 80);

        assertThat(graph.calls()).hasSize(5);
        graph.answer(graph.last());
        assertRead(next);
    }

    @Test
    void waitsForTheOverdueCallWhereTooManyHang() {
        for (int i = 1; i <= 8; i++) {
            stage.ask(List.of(account(i)), 10_000);
            time.pass(OVERDUE / 4);
        }
        time.pass(OVERDUE);
        assertThat(graph.calls()).hasSize(8);

        var next = stage.ask(account(1));

        assertThat(graph.calls()).hasSize(8);
        graph.answer(graph.calls().getFirst());
        assertRead(next);
    }

    @Test
    void hasNoMoreThanTwoCallsForTheSameReadOut() {
        for (int i = 0; i < 5; i++) {
            stage.askRota(team(1));
            time.pass(OVERDUE);
        }
        assertThat(graph.calls()).hasSize(2);

        graph.calls().getFirst().fail(new GraphFailure.Unreachable(null, null));
        stage.askRota(team(1));

        assertThat(graph.calls()).hasSize(3);
        assertThat(graph.out()).hasSize(2);
    }

    @Test
    void readsHealthyTeamsWhileFourHang() {
        var inquiry =
                stage.askRota(
                        IntStream.rangeClosed(1, 6)
                                .mapToObj(GatewayFixture::team)
                                .toArray(UUID[]::new));
        time.pass(OVERDUE);
        answerTeamsFrom(5);
        assertThat(inquiry.soFar()).containsOnlyKeys(team(5), team(6));
    }

    @Test
    void letsNoTeamWaitForThoseThatHungLately() {
        UUID[] hanging =
                IntStream.rangeClosed(1, 12).mapToObj(GatewayFixture::team).toArray(UUID[]::new);
        stage.askRota(hanging);
        time.pass(3 * OVERDUE);
        stage.askRota(hanging);
        time.pass(3 * OVERDUE);
        stage.askRota(hanging);

        var inquiry = stage.askRota(team(13));

        assertThat(graph.last().ids()).containsExactly(team(13));
        answerTeamsFrom(13);
        assertRead(inquiry);
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
        stage.ask(account(1));
        time.pass(20);
        stage.ask(account(2));
        graph.last().fail(throttled(time.in(OVERDUE + 500)));
        time.pass(OVERDUE);

        var next = stage.ask(account(1));

        assertThat(graph.out()).hasSize(1);
        graph.answerAll();
        assertRead(next);
    }

    @Test
    void asksARotaAgainThatIsOverdue() {
        stage.askRota(team(1));
        time.pass(OVERDUE);

        var next = stage.askRota(team(1));
        assertThat(graph.calls(ReadKind.SCHEDULE)).hasSize(2);
        graph.answer(graph.last());
        graph.calls(ReadKind.SHIFTS).forEach(graph::answer);
        graph.calls(ReadKind.TIME_OFF).forEach(graph::answer);

        assertRead(next);
    }

    private static void assertRead(TeamsRead<UUID, ?> inquiry) {
        assertThat(isSettled(inquiry)).isTrue();
        assertThat(List.copyOf(inquiry.soFar().values()))
                .isNotEmpty()
                .allMatch(Outcome.Read.class::isInstance);
    }
}

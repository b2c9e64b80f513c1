package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;

class DeadlineTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void settlesAtTheDeadlineWithWhatIsKnown() {
        fixture.ask(account(1));
        graph.answerAll();

        var teamsRead = fixture.ask(accounts(1, 2), 500);
        time.pass(499);
        assertThat(isSettled(teamsRead)).isFalse();
        time.pass(1);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar()).containsOnlyKeys(account(1));
    }

    @Test
    void doesNotAskForAccountsWithoutWaiters() {
        for (int i = 1; i <= 4; i++) {
            fixture.ask(account(i));
            time.pass(20);
        }
        fixture.ask(accounts(5, 6), 100);
        var batched = fixture.ask(accounts(6, 7), 1_000);
        time.pass(100);

        graph.answerAll();

        assertThat(graph.last().ids()).isEqualTo(accounts(6, 7));
        assertThat(isSettled(batched)).isFalse();
    }

    @Test
    void startsNoCallForARequestThatIsLateAlready() {
        var teamsRead = fixture.ask(List.of(account(1)), 0);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(graph.calls()).isEmpty();
    }

    @Test
    void releasesWaitersOfAHangingCall() {
        fixture.ask(List.of(account(1)), 100);
        time.pass(100);

        assertThat(time.tasksScheduled()).isZero();

        var later = fixture.ask(account(1));
        assertThat(graph.calls()).hasSize(1);
        graph.answerAll();
        assertThat(isSettled(later)).isTrue();
    }

    @Test
    void saysAtTheDeadlineWhyTheLastAttemptFailed() {
        var teamsRead = fixture.ask(List.of(account(1)), 300);
        graph.last().fail(GatewayFixture.UNREACHABLE);
        assertThat(isSettled(teamsRead)).isFalse();
        time.pass(100);
        assertThat(graph.calls()).hasSize(2);

        var joined = fixture.ask(List.of(account(1)), 200);
        time.pass(200);

        assertThat(List.of(teamsRead, joined)).allMatch(GatewayFixture::isSettled);
        assertThat(teamsRead.soFar())
                .containsEntry(account(1), new Outcome.Failed<>(GatewayFixture.UNREACHABLE));
        assertThat(joined.soFar())
                .containsEntry(account(1), new Outcome.Failed<>(GatewayFixture.UNREACHABLE));
    }

    @Test
    void saysAtTheDeadlineThatACallWasRefused() {
        var teamsRead = fixture.ask(accounts(1, 4), 50);
        time.pass(40);
        graph.last().fail(GatewayFixture.REFUSED);
        time.pass(5);
        assertThat(isSettled(teamsRead)).isFalse();

        assertThat(teamsRead.soFar())
                .containsOnlyKeys(accounts(1, 4))
                .allSatisfy((_, outcome) ->
                        assertThat(outcome)
                                .isEqualTo(new Outcome.Failed<>(GatewayFixture.REFUSED)));
    }

    static Stream<Function<GatewayFixture, TeamsRead<UUID, ?>>> bothSignals() {
        return Stream.of(
                asked -> asked.ask(List.of(account(1)), 8_000),
                asked -> asked.askRota(List.of(team(1)), 8_000));
    }

    @ParameterizedTest
    @MethodSource("bothSignals")
    void knowsNoCauseButTheDeadlineWhereGraphHangs(
            Function<GatewayFixture, TeamsRead<UUID, ?>> asking) {
        var teamsRead = asking.apply(fixture);
        time.pass(5_000);
        graph.last().fail(GatewayFixture.TIMED_OUT);
        time.pass(1_000);
        assertThat(graph.calls()).hasSize(2);

        time.pass(2_000);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothSignals")
    void knowsNoCauseButTheDeadlineWhereAHangLeavesNoTimeForAnotherCall(
            Function<GatewayFixture, TeamsRead<UUID, ?>> asking) {
        var teamsRead = asking.apply(fixture);
        time.pass(7_999);
        graph.last().fail(GatewayFixture.TIMED_OUT);
        time.pass(1);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothSignals")
    void failsBeforeTheDeadlineWhereGraphHangsEachTime(
            Function<GatewayFixture, TeamsRead<UUID, ?>> asking) {
        var teamsRead = asking.apply(fixture);
        for (int attempt = 1; attempt <= 3; attempt++) {
            time.pass(1_500);
            graph.last().fail(GatewayFixture.TIMED_OUT);
        }

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(List.copyOf(teamsRead.soFar().values()))
                .singleElement()
                .isEqualTo(new Outcome.Failed<>(GatewayFixture.TIMED_OUT));
    }

    @Test
    void keepsTheCauseOfAnEarlierFailureWhereGraphHangsThen() {
        var teamsRead = fixture.ask(List.of(account(1)), 2_000);
        graph.last().fail(GatewayFixture.UNREACHABLE);
        time.pass(100);
        graph.last().fail(GatewayFixture.TIMED_OUT);
        time.pass(1_900);

        assertThat(teamsRead.soFar())
                .containsEntry(account(1), new Outcome.Failed<>(GatewayFixture.UNREACHABLE));
    }
}

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

    private final GatewayFixture stage = new GatewayFixture();
    private final FakeGraph graph = stage.graph;
    private final VirtualTime time = stage.time;

    @Test
    void settlesAtTheDeadlineWithWhatIsKnown() {
        stage.ask(account(1));
        graph.answerAll();

        var inquiry = stage.ask(accounts(1, 2), 500);
        time.pass(499);
        assertThat(isSettled(inquiry)).isFalse();
        time.pass(1);

        assertThat(isSettled(inquiry)).isTrue();
        assertThat(inquiry.soFar()).containsOnlyKeys(account(1));
    }

    @Test
    void doesNotAskForAccountsNobodyWaitsForAnyMore() {
        for (int i = 1; i <= 4; i++) {
            stage.ask(account(i));
            time.pass(20);
        }
        stage.ask(accounts(5, 6), 100);
        var patient = stage.ask(accounts(6, 7), 1_000);
        time.pass(100);

        graph.answerAll();

        assertThat(graph.last().ids()).isEqualTo(accounts(6, 7));
        assertThat(isSettled(patient)).isFalse();
    }

    @Test
    void startsNoCallForARequestThatIsLateAlready() {
        var inquiry = stage.ask(List.of(account(1)), 0);

        assertThat(isSettled(inquiry)).isTrue();
        assertThat(graph.calls()).isEmpty();
    }

    @Test
    void keepsNoHoldOnThoseWhoWaitedForACallThatHangs() {
        stage.ask(List.of(account(1)), 100);
        time.pass(100);

        assertThat(time.alarmsSet()).isZero();

        var later = stage.ask(account(1));
        assertThat(graph.calls()).hasSize(1);
        graph.answerAll();
        assertThat(isSettled(later)).isTrue();
    }

    @Test
    void saysAtTheDeadlineWhyTheLastAttemptFailed() {
        var inquiry = stage.ask(List.of(account(1)), 300);
        graph.last().fail(GatewayFixture.UNREACHABLE);
        assertThat(isSettled(inquiry)).isFalse();
        time.pass(100);
        assertThat(graph.calls()).hasSize(2);

        var joined = stage.ask(List.of(account(1)), 200);
        time.pass(200);

        assertThat(List.of(inquiry, joined)).allMatch(GatewayFixture::isSettled);
        assertThat(inquiry.soFar())
                .containsEntry(account(1), new Outcome.Failed<>(GatewayFixture.UNREACHABLE));
        assertThat(joined.soFar())
                .containsEntry(account(1), new Outcome.Failed<>(GatewayFixture.UNREACHABLE));
    }

    @Test
    void saysAtTheDeadlineThatACallWasRefused() {
        var inquiry = stage.ask(accounts(1, 4), 50);
        time.pass(40);
        graph.last().fail(GatewayFixture.REFUSED);
        time.pass(5);
        assertThat(isSettled(inquiry)).isFalse();

        assertThat(inquiry.soFar())
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
        var inquiry = asking.apply(stage);
        time.pass(5_000);
        graph.last().fail(GatewayFixture.TIMED_OUT);
        time.pass(1_000);
        assertThat(graph.calls()).hasSize(2);

        time.pass(2_000);

        assertThat(isSettled(inquiry)).isTrue();
        assertThat(inquiry.soFar()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothSignals")
    void knowsNoCauseButTheDeadlineWhereAHangLeavesNoTimeForAnotherCall(
            Function<GatewayFixture, TeamsRead<UUID, ?>> asking) {
        var inquiry = asking.apply(stage);
        time.pass(7_999);
        graph.last().fail(GatewayFixture.TIMED_OUT);
        time.pass(1);

        assertThat(isSettled(inquiry)).isTrue();
        assertThat(inquiry.soFar()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothSignals")
    void failsBeforeTheDeadlineWhereGraphHangsEachTime(
            Function<GatewayFixture, TeamsRead<UUID, ?>> asking) {
        var inquiry = asking.apply(stage);
        for (int attempt = 1; attempt <= 3; attempt++) {
            time.pass(1_500);
            graph.last().fail(GatewayFixture.TIMED_OUT);
        }

        assertThat(isSettled(inquiry)).isTrue();
        assertThat(List.copyOf(inquiry.soFar().values()))
                .singleElement()
                .isEqualTo(new Outcome.Failed<>(GatewayFixture.TIMED_OUT));
    }

    @Test
    void keepsTheCauseOfAnEarlierFailureWhereGraphHangsThen() {
        var inquiry = stage.ask(List.of(account(1)), 2_000);
        graph.last().fail(GatewayFixture.UNREACHABLE);
        time.pass(100);
        graph.last().fail(GatewayFixture.TIMED_OUT);
        time.pass(1_900);

        assertThat(inquiry.soFar())
                .containsEntry(account(1), new Outcome.Failed<>(GatewayFixture.UNREACHABLE));
    }
}

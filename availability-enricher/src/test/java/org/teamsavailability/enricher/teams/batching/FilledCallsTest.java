package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A call with room reads accounts again that requests asked for lately. */
class FilledCallsTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void takesAlongWhatIsPastHalfOfItsAgeLimit() {
        read(accounts(1, 3));
        time.pass(2_501);

        fixture.ask(account(4));

        assertThat(graph.last().ids())
                .containsExactly(account(4), account(1), account(2), account(3));
    }

    @Test
    void leavesOutWhatIsYoungerThanHalfOfItsAgeLimit() {
        read(accounts(1, 3));
        time.pass(2_500);

        fixture.ask(account(4));

        assertThat(graph.last().ids()).containsExactly(account(4));
    }

    @Test
    void servesTheNextRequestFromWhatWasTakenAlong() {
        read(List.of(account(1)));
        time.pass(3_000);
        read(List.of(account(2)));
        time.pass(4_000);

        assertThat(isSettled(fixture.ask(account(1)))).isTrue();
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void leavesOutWhatNobodyAskedForWithinTheAgeLimit() {
        read(List.of(account(1)));
        time.pass(2_600);
        read(List.of(account(2)));
        time.pass(2_600);

        fixture.ask(account(3));

        assertThat(graph.last().ids()).containsExactly(account(3), account(2));
    }

    @Test
    void countsARequestThatTheCacheAnswered() {
        read(List.of(account(1)));
        time.pass(2_600);
        read(List.of(account(2)));
        fixture.ask(account(1));
        time.pass(2_600);

        fixture.ask(account(3));

        assertThat(graph.last().ids()).containsExactly(account(3), account(2), account(1));
    }

    @Test
    void countsTheAgeOfARequestFromWhenItAsked() {
        fixture.ask(account(1));
        time.pass(1_500);
        graph.answerAll();
        time.pass(3_501);

        fixture.ask(account(2));

        assertThat(graph.last().ids()).containsExactly(account(2));
    }

    @Test
    void makesNoCallThatNobodyWaitsFor() {
        read(accounts(1, 3));

        time.pass(60_000);

        assertThat(graph.calls()).hasSize(1);
        assertThat(time.tasksScheduled()).isZero();
    }

    @Test
    void leavesOutWhatIsInFlight() {
        read(accounts(1, 2));
        time.pass(2_600);
        fixture.ask(account(3));
        assertThat(graph.last().ids()).contains(account(1), account(2));
        time.pass(20);

        fixture.ask(account(4));

        assertThat(graph.last().ids()).containsExactly(account(4));
    }

    @Test
    void leavesOutAccountsThatGraphRefuses() {
        read(List.of(account(9)));
        fixture.ask(account(1));
        time.pass(20);
        graph.last().fail(GatewayFixture.REFUSED);
        time.pass(1);
        while (!graph.out().isEmpty()) {
            answerUnless(account(1));
            time.pass(20);
        }
        assertThat(fixture.count("teams.gateway.bad.ids")).isEqualTo(1);
        time.pass(2_600);
        fixture.ask(account(1));

        fixture.ask(account(2));

        assertThat(graph.last().ids()).doesNotContain(account(1)).contains(account(2));
    }

    @Test
    void answersTheWaitersOfACallThatIsRefusedForWhatItTookAlong() {
        read(List.of(account(1)));
        time.pass(2_600);
        var teamsRead = fixture.ask(account(2));
        assertThat(graph.last().ids()).containsExactly(account(2), account(1));

        graph.last().fail(GatewayFixture.REFUSED);
        time.pass(20);
        assertThat(graph.last().ids()).containsExactly(account(2));
        graph.answerAll();

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(graph.out()).isEmpty();
    }

    @Test
    void fillsACallUpTo650Accounts() {
        read(accounts(1, 650));
        read(accounts(651, 700));
        time.pass(2_600);

        fixture.ask(accounts(701, 710));

        assertThat(graph.last().ids()).hasSize(650).startsWith(account(701)).contains(account(1));
    }

    @Test
    void fillsNothingWhereASettingSaysSo() {
        var unfilled = with(false, Duration.ofMinutes(10));
        unfilled.ask(account(1));
        unfilled.graph.answerAll();
        unfilled.time.pass(Duration.ofSeconds(3).toMillis());

        unfilled.ask(account(2));

        assertThat(unfilled.graph.last().ids()).containsExactly(account(2));
    }

    @Test
    void takesAlongWhatWasAskedForBeforeWhereASettingSaysSo() {
        var longer = with(true, Duration.ofMinutes(1));
        longer.ask(account(1));
        longer.graph.answerAll();
        longer.time.pass(Duration.ofSeconds(59).toMillis());
        longer.ask(account(2));
        assertThat(longer.graph.last().ids()).containsExactly(account(2), account(1));
        longer.graph.answerAll();
        longer.time.pass(Duration.ofSeconds(3).toMillis());

        longer.ask(account(3));

        assertThat(longer.graph.last().ids()).containsExactly(account(3), account(2));
    }

    private static GatewayFixture with(boolean fill, Duration askedWithin) {
        var defaults = GatewaySettings.defaults();
        var calls = defaults.calls();
        return new GatewayFixture(
                new GatewaySettings(
                        defaults.ages(),
                        new GatewaySettings.Calls(
                                calls.presencePace(),
                                calls.presenceInFlight(),
                                calls.scheduleInFlight(),
                                calls.schedulesASecond(),
                                calls.schedulesATeamAndSecond(),
                                fill,
                                askedWithin),
                        defaults.retries(),
                        defaults.memory()));
    }

    private void read(List<UUID> accounts) {
        fixture.ask(accounts);
        time.pass(20);
        graph.answerAll();
    }

    private void answerUnless(UUID refused) {
        for (var call : graph.out()) {
            if (call.ids().contains(refused)) {
                call.fail(GatewayFixture.REFUSED);
            } else {
                graph.answer(call);
            }
        }
    }
}

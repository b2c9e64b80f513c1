package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.throttled;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.RetryTime;

/** A gateway that is told what an earlier one learned makes no call before its time. */
class RestartedGatewayTest {

    private final GatewayFixture before = new GatewayFixture();
    private final List<Cooldown> kept = new ArrayList<>();
    private final GatewayFixture after = new GatewayFixture();

    RestartedGatewayTest() {
        before.gateway.onCooldown(before.contoso, kept::add);
    }

    @Test
    void makesNoPresenceCallBeforeRetryAfterAndThenOneProbe() {
        before.ask(account(1));
        before.graph.last().fail(GatewayFixture.UNREACHABLE, before.time.in(30_000));

        after.gateway.restoreCooldowns(kept);

        assertFailed(after.ask(account(1)));
        assertThat(after.gateway.busyQueues()).isZero();
        after.time.pass(30_000);
        after.ask(account(1));
        after.time.pass(100);
        after.ask(account(2));
        after.time.pass(100);
        assertThat(after.graph.out()).hasSize(1);
    }

    @Test
    void makesNoCallForTheTeamThatWasRefused() {
        before.askRota(team(1));
        before.graph.last().fail(throttled(before.time.in(30_000)));

        after.gateway.restoreCooldowns(kept);

        assertFailed(after.askRota(team(1)));
        after.askRota(team(2));
        assertThat(after.graph.last().ids()).containsExactly(team(2));
        after.ask(account(1));
        assertThat(after.graph.out()).hasSize(2);
    }

    @Test
    void makesNoShiftsCallWhereTwoTeamsWereRefused() {
        before.askRota(team(1), team(2));
        before.graph.calls().forEach(call -> call.fail(throttled(before.time.in(30_000))));

        after.gateway.restoreCooldowns(kept);

        assertFailed(after.askRota(team(3)));
        assertThat(after.graph.calls()).isEmpty();
    }

    @Test
    void makesNoCallAtAllWhereTheLoginServiceRefused() {
        before.askRota(team(1));
        before.graph
                .last()
                .reply()
                .completeExceptionally(
                        new GraphException(
                                GatewayFixture.UNREACHABLE,
                                new RetryTime(before.time.in(30_000), true)));

        after.gateway.restoreCooldowns(kept);

        assertFailed(after.ask(account(1)));
        assertFailed(after.askRota(team(2)));
        assertThat(after.graph.calls()).isEmpty();
    }

    @Test
    void leavesOtherTenantsAlone() {
        before.ask(account(1));
        before.graph.last().fail(throttled(before.time.in(30_000)));
        after.gateway.restoreCooldowns(kept);

        after.gateway.presence(
                GatewayFixture.tenant(2), List.of(account(1)), after.time.in(2_000), Priority.NOW);

        assertThat(after.graph.out()).hasSize(1);
    }

    @Test
    void isBusyUntilNoCallCanStartACooldown() {
        before.ask(List.of(account(1)), 100);
        before.time.pass(5_000);
        assertThat(before.gateway.isBusy(before.contoso)).isTrue();

        before.graph.last().fail(throttled(before.time.in(30_000)));

        assertThat(kept).hasSize(1);
        assertThat(before.gateway.isBusy(before.contoso)).isFalse();
    }

    private static void assertFailed(TeamsRead<UUID, ?> teamsRead) {
        assertThat(GatewayFixture.isSettled(teamsRead)).isTrue();
        assertThat(List.copyOf(teamsRead.soFar().values()))
                .isNotEmpty()
                .allMatch(Outcome.Failed.class::isInstance);
    }
}

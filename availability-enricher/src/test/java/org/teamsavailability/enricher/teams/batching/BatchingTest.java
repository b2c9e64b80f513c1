package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;

class BatchingTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void callsAtOnceWhenIdle() {
        var teamsRead = fixture.ask(accounts(1, 3));

        assertThat(graph.calls())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.ids()).isEqualTo(accounts(1, 3));
                    assertThat(c.tenant()).isEqualTo(fixture.contoso);
                });
        assertThat(isSettled(teamsRead)).isFalse();
        assertThat(teamsRead.soFar()).isEmpty();

        time.pass(200);
        graph.answerAll();

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar())
                .hasSize(3)
                .containsEntry(
                        account(2), new Outcome.Read<>(graph.signal(account(2)), time.instant()));
    }

    @Test
    void settlesAnEmptyReadAtOnce() {
        assertThat(isSettled(fixture.ask(List.of()))).isTrue();
        assertThat(isSettled(fixture.askRota())).isTrue();
    }

    @Test
    void answersAnAccountThatIsAskedForTwice() {
        var teamsRead = fixture.ask(List.of(account(1), account(2), account(1)));
        graph.answerAll();

        assertThat(graph.last().ids()).containsExactly(account(1), account(2));
        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar()).containsOnlyKeys(account(1), account(2));
    }

    @Test
    void sendsWhatGatheredTwentyMillisecondsAfterTheLastCallStarted() {
        fixture.ask(account(1));
        time.pass(5);
        fixture.ask(accounts(2, 3));
        fixture.ask(accounts(4, 5));
        time.pass(14);
        assertThat(graph.calls()).hasSize(1);

        time.pass(1);

        assertThat(graph.calls()).hasSize(2);
        assertThat(graph.last().ids()).isEqualTo(accounts(2, 5));
    }

    @Test
    void countsThePaceFromTheStartAlsoWhenTheCallIsBack() {
        fixture.ask(account(1));
        time.pass(3);
        graph.answerAll();
        fixture.ask(account(2));
        assertThat(graph.calls()).hasSize(1);

        time.pass(17);

        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void hasAtMostFourPresenceCallsOfATenantInFlight() {
        for (int i = 1; i <= 6; i++) {
            fixture.ask(account(i));
            time.pass(20);
        }
        assertThat(graph.out()).hasSize(4);

        graph.answer(graph.calls().get(2));

        assertThat(graph.out()).hasSize(4);
        assertThat(graph.last().ids()).isEqualTo(accounts(5, 6));
    }

    @Test
    void asksForAtMost650AccountsInACall() {
        fixture.ask(accounts(1, 1400));
        assertThat(graph.last().ids()).isEqualTo(accounts(1, 650));
        time.pass(20);
        assertThat(graph.last().ids()).isEqualTo(accounts(651, 1300));
        time.pass(20);
        assertThat(graph.last().ids()).isEqualTo(accounts(1301, 1400));
    }

    @Test
    void asksOnceForAllWaiters() {
        var first = fixture.ask(accounts(1, 2));
        time.pass(100);
        var joinsInFlight = fixture.ask(accounts(2, 3));
        var joinsBoth = fixture.ask(List.of(account(3), account(1)));
        assertThat(graph.calls()).hasSize(2);
        assertThat(graph.last().ids()).containsExactly(account(3));

        graph.answer(graph.calls().getFirst());
        assertThat(isSettled(first)).isTrue();
        assertThat(isSettled(joinsInFlight)).isFalse();
        assertThat(joinsInFlight.soFar()).containsOnlyKeys(account(2));

        graph.answerAll();
        assertThat(isSettled(joinsInFlight)).isTrue();
        assertThat(isSettled(joinsBoth)).isTrue();
        assertThat(fixture.count("teams.gateway.lookups", "kind", "presence", "result", "join"))
                .isEqualTo(3);
    }

    @Test
    void keepsTenantsApart() {
        MicrosoftTenant other = tenant(2);
        fixture.ask(account(1));
        var teamsRead =
                fixture.gateway.presence(other, List.of(account(1)), time.in(2_000), Priority.NOW);

        assertThat(graph.calls())
                .extracting(FakeGraph.Call::tenant)
                .containsExactly(fixture.contoso, other);

        graph.answer(graph.calls().getFirst());
        assertThat(teamsRead.soFar()).isEmpty();
    }

    @Test
    void treatsAnAccountThatGraphLeavesOutAsWithoutSignal() {
        var teamsRead = fixture.ask(accounts(1, 2));
        graph.answerPresences(graph.last(), Map.of(account(1), graph.signal(account(1))));

        assertThat(teamsRead.soFar())
                .containsEntry(account(2), new Outcome.Read<>(PresenceSignal.NONE, time.instant()));
    }

    @Test
    void keepsItsPaceWhenTheClockIsSetBack() {
        fixture.ask(account(1));
        time.setBack(Duration.ofHours(1));
        fixture.ask(account(2));
        time.pass(20);

        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void forgetsIdleTenants() {
        fixture.ask(account(1));
        fixture.askRota(GatewayFixture.team(1));
        assertThat(fixture.gateway.busyQueues()).isEqualTo(2);

        graph.answerAll();
        graph.answerAll();
        time.pass(ShiftsRateLimit.WINDOW.toMillis());

        assertThat(fixture.gateway.busyQueues()).isZero();
        assertThat(time.tasksScheduled()).isZero();
    }

    @Test
    void answersARepeatedReadAsSoonAsTheFirstIsAnswered() {
        var first = fixture.ask(account(1));
        time.pass(100);
        var _ = first.settled().thenRun(() -> fixture.ask(account(2)));
        graph.answerAll();
        assertThat(graph.last().ids()).containsExactly(account(2));
        assertThat(fixture.gateway.busyQueues()).isEqualTo(1);

        fixture.ask(account(3));
        assertThat(graph.calls()).hasSize(2);
        time.pass(20);
        assertThat(graph.calls()).hasSize(3);
    }

    @Test
    void needsFewCallsForManyRequestsAtOnce() {
        // Given a Graph that takes 200 ms
        graph.onCall(c -> time.after(Duration.ofMillis(200), () -> graph.answer(c)));
        Random random = new Random(7);
        List<TeamsRead<UUID, PresenceSignal>> teamsReads = new ArrayList<>();

        // When 1,000 requests of 20 candidates each arrive at once, for 8 queues of 400 technicians
        for (int i = 0; i < 1_000; i++) {
            List<UUID> technicians = new ArrayList<>(accounts(1, 400));
            Collections.shuffle(technicians, random);
            teamsReads.add(
                    fixture.gateway.presence(
                            tenant(i % 8),
                            technicians.subList(0, 20),
                            time.in(2_000),
                            Priority.NOW));
        }
        time.pass(300);

        // Then each queue needed the call that went out at once, and one for what had gathered
        assertThat(teamsReads).allMatch(GatewayFixture::isSettled);
        Map<MicrosoftTenant, List<Integer>> sizes = new HashMap<>();
        graph.calls()
                .forEach(c ->
                        sizes.computeIfAbsent(c.tenant(), _ -> new ArrayList<>())
                                .add(c.ids().size()));
        assertThat(sizes).hasSize(8);
        assertThat(sizes.values())
                .allSatisfy(perCall -> {
                    assertThat(perCall).hasSize(2).startsWith(20);
                    assertThat(perCall.getLast()).isBetween(360, 380);
                });
    }
}

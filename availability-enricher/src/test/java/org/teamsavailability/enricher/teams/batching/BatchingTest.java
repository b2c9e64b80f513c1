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

    private final GatewayFixture stage = new GatewayFixture();
    private final FakeGraph graph = stage.graph;
    private final VirtualTime time = stage.time;

    @Test
    void callsAtOnceWhenIdle() {
        var inquiry = stage.ask(accounts(1, 3));

        assertThat(graph.calls())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.ids()).isEqualTo(accounts(1, 3));
                    assertThat(c.tenant()).isEqualTo(stage.contoso);
                });
        assertThat(isSettled(inquiry)).isFalse();
        assertThat(inquiry.soFar()).isEmpty();

        time.pass(200);
        graph.answerAll();

        assertThat(isSettled(inquiry)).isTrue();
        assertThat(inquiry.soFar())
                .hasSize(3)
                .containsEntry(
                        account(2), new Outcome.Read<>(graph.signal(account(2)), time.instant()));
    }

    @Test
    void settlesAnInquiryAboutNobodyAtOnce() {
        assertThat(isSettled(stage.ask(List.of()))).isTrue();
        assertThat(isSettled(stage.askRota())).isTrue();
    }

    @Test
    void answersAnAccountThatIsAskedForTwice() {
        var inquiry = stage.ask(List.of(account(1), account(2), account(1)));
        graph.answerAll();

        assertThat(graph.last().ids()).containsExactly(account(1), account(2));
        assertThat(isSettled(inquiry)).isTrue();
        assertThat(inquiry.soFar()).containsOnlyKeys(account(1), account(2));
    }

    @Test
    void sendsWhatGatheredTwentyMillisecondsAfterTheLastCallStarted() {
        stage.ask(account(1));
        time.pass(5);
        stage.ask(accounts(2, 3));
        stage.ask(accounts(4, 5));
        time.pass(14);
        assertThat(graph.calls()).hasSize(1);

        time.pass(1);

        assertThat(graph.calls()).hasSize(2);
        assertThat(graph.last().ids()).isEqualTo(accounts(2, 5));
    }

    @Test
    void countsThePaceFromTheStartAlsoWhenTheCallIsBack() {
        stage.ask(account(1));
        time.pass(3);
        graph.answerAll();
        stage.ask(account(2));
        assertThat(graph.calls()).hasSize(1);

        time.pass(17);

        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void hasAtMostFourPresenceCallsOfATenantInFlight() {
        for (int i = 1; i <= 6; i++) {
            stage.ask(account(i));
            time.pass(20);
        }
        assertThat(graph.out()).hasSize(4);

        graph.answer(graph.calls().get(2));

        assertThat(graph.out()).hasSize(4);
        assertThat(graph.last().ids()).isEqualTo(accounts(5, 6));
    }

    @Test
    void asksForAtMost650AccountsInACall() {
        stage.ask(accounts(1, 1400));
        assertThat(graph.last().ids()).isEqualTo(accounts(1, 650));
        time.pass(20);
        assertThat(graph.last().ids()).isEqualTo(accounts(651, 1300));
        time.pass(20);
        assertThat(graph.last().ids()).isEqualTo(accounts(1301, 1400));
    }

    @Test
    void asksOnceForAllWhoWait() {
        var first = stage.ask(accounts(1, 2));
        time.pass(100);
        var joinsInFlight = stage.ask(accounts(2, 3));
        var joinsBoth = stage.ask(List.of(account(3), account(1)));
        assertThat(graph.calls()).hasSize(2);
        assertThat(graph.last().ids()).containsExactly(account(3));

        graph.answer(graph.calls().getFirst());
        assertThat(isSettled(first)).isTrue();
        assertThat(isSettled(joinsInFlight)).isFalse();
        assertThat(joinsInFlight.soFar()).containsOnlyKeys(account(2));

        graph.answerAll();
        assertThat(isSettled(joinsInFlight)).isTrue();
        assertThat(isSettled(joinsBoth)).isTrue();
        assertThat(stage.count("teams.gateway.lookups", "kind", "presence", "result", "join"))
                .isEqualTo(3);
    }

    @Test
    void keepsTenantsApart() {
        MicrosoftTenant other = tenant(2);
        stage.ask(account(1));
        var inquiry =
                stage.gateway.presence(other, List.of(account(1)), time.in(2_000), Priority.PROMPT);

        assertThat(graph.calls())
                .extracting(FakeGraph.Call::tenant)
                .containsExactly(stage.contoso, other);

        graph.answer(graph.calls().getFirst());
        assertThat(inquiry.soFar()).isEmpty();
    }

    @Test
    void takesAnAccountThatGraphLeavesOutForOneWithoutASignal() {
        var inquiry = stage.ask(accounts(1, 2));
        graph.answerPresences(graph.last(), Map.of(account(1), graph.signal(account(1))));

        assertThat(inquiry.soFar())
                .containsEntry(account(2), new Outcome.Read<>(PresenceSignal.NONE, time.instant()));
    }

    @Test
    void goesOnAtTheSamePaceWhenTheClockIsSetBack() {
        stage.ask(account(1));
        time.setBack(Duration.ofHours(1));
        stage.ask(account(2));
        time.pass(20);

        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void forgetsATenantThatHasNothingToDo() {
        stage.ask(account(1));
        stage.askRota(GatewayFixture.team(1));
        assertThat(stage.gateway.busyDesks()).isEqualTo(2);

        graph.answerAll();
        graph.answerAll();
        time.pass(ShiftsRateLimit.WINDOW.toMillis());

        assertThat(stage.gateway.busyDesks()).isZero();
        assertThat(time.alarmsSet()).isZero();
    }

    @Test
    void servesWhoAsksAgainAsSoonAsAnAnswerIsThere() {
        var first = stage.ask(account(1));
        time.pass(100);
        var _ = first.settled().thenRun(() -> stage.ask(account(2)));
        graph.answerAll();
        assertThat(graph.last().ids()).containsExactly(account(2));
        assertThat(stage.gateway.busyDesks()).isEqualTo(1);

        stage.ask(account(3));
        assertThat(graph.calls()).hasSize(2);
        time.pass(20);
        assertThat(graph.calls()).hasSize(3);
    }

    @Test
    void needsFewCallsForManyRequestsAtOnce() {
        // Given a Graph that takes 200 ms
        graph.onCall(c -> time.after(Duration.ofMillis(200), () -> graph.answer(c)));
        Random random = new Random(7);
        List<TeamsRead<UUID, PresenceSignal>> inquiries = new ArrayList<>();

        // When 1,000 requests of 20 candidates each arrive at once, for 8 desks of 400 technicians
        for (int i = 0; i < 1_000; i++) {
            List<UUID> technicians = new ArrayList<>(accounts(1, 400));
            Collections.shuffle(technicians, random);
            inquiries.add(
                    stage.gateway.presence(
                            tenant(i % 8),
                            technicians.subList(0, 20),
                            time.in(2_000),
                            Priority.PROMPT));
        }
        time.pass(300);

        // Then each desk needed the call that went out at once, and one for what had gathered
        assertThat(inquiries).allMatch(GatewayFixture::isSettled);
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

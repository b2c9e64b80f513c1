package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.PresenceSignal;

class BadIdTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    /** Every call takes 10 ms and is refused where one of these is in it. */
    private void refuse(Set<UUID> bad) {
        graph.onCall(c ->
                time.after(
                        Duration.ofMillis(10),
                        () -> {
                            if (c.ids().stream().anyMatch(bad::contains)) {
                                c.fail(GatewayFixture.REFUSED);
                            } else {
                                graph.answer(c);
                            }
                        }));
    }

    @Test
    void halvesARefusedCallUntilTheBadIdStandsAlone() {
        refuse(Set.of(account(6)));
        var teamsRead = fixture.ask(accounts(1, 8));
        time.pass(2_000);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar().get(account(6)))
                .isInstanceOfSatisfying(
                        Outcome.Read.class,
                        read -> assertThat(read.value()).isEqualTo(PresenceSignal.NONE));
        assertThat(teamsRead.soFar().get(account(5)))
                .isInstanceOfSatisfying(
                        Outcome.Read.class,
                        read -> assertThat(read.value()).isNotEqualTo(PresenceSignal.NONE));
        assertThat(graph.calls()).hasSize(7);
        assertThat(fixture.count("teams.gateway.bad.ids")).isEqualTo(1);
    }

    @Test
    void neverSendsABadIdAgainForTenMinutes() {
        refuse(Set.of(account(1)));
        fixture.ask(accounts(1, 2));
        time.pass(100);
        assertThat(graph.calls()).hasSize(4);

        time.pass(599_970); // the last refusal came after 70 ms
        var teamsRead = fixture.ask(account(1));
        assertThat(graph.calls()).hasSize(4);
        assertThat(teamsRead.soFar())
                .containsEntry(account(1), new Outcome.Read<>(PresenceSignal.NONE, time.instant()));

        time.pass(1);
        fixture.ask(account(1));
        assertThat(graph.calls()).hasSize(5);
    }

    @Test
    void findsEveryBadIdWhereAllAreBad() {
        refuse(Set.copyOf(accounts(1, 16)));
        fixture.ask(account(17));
        time.pass(1_000);
        var teamsRead = fixture.ask(accounts(1, 16));
        time.pass(2_000);

        assertThat(isSettled(teamsRead)).isTrue();
        // 31 calls of halves, the probe of the known-good id and, once more, the two that were
        // refused before it
        assertThat(graph.calls()).hasSize(1 + 31 + 1 + 2);
        assertThat(fixture.count("teams.gateway.bad.ids")).isEqualTo(16);
    }

    @Test
    void sendsHalvesAloneAndAlternatesWithNewReads() {
        fixture.ask(accounts(1, 4));
        graph.last().fail(GatewayFixture.REFUSED);
        fixture.ask(accounts(5, 6));
        time.pass(60);

        assertThat(graph.calls())
                .extracting(FakeGraph.Call::ids)
                .containsExactly(accounts(1, 4), accounts(1, 2), accounts(5, 6), accounts(3, 4));
    }

    @Test
    void keepsAHalfApartWhenItsCallIsRepeated() {
        fixture.ask(accounts(1, 2));
        graph.last().fail(GatewayFixture.REFUSED);
        time.pass(20);
        graph.last().fail(GatewayFixture.throttled(time.in(500)));
        fixture.ask(account(3));
        time.pass(500);
        graph.answerAll();
        time.pass(40);

        assertThat(graph.calls().subList(2, 5))
                .extracting(FakeGraph.Call::ids)
                .containsExactlyInAnyOrder(
                        List.of(account(1)), List.of(account(2)), List.of(account(3)));
    }

    @Test
    void repeatsAReadThatWasRefusedWithoutWaiters() {
        fixture.ask(accounts(1, 2), 50);
        time.pass(100);
        graph.last().fail(GatewayFixture.REFUSED);

        fixture.ask(account(1));

        assertThat(graph.out()).hasSize(1);
        assertThat(graph.last().ids()).containsExactly(account(1));
    }

    @Test
    void stopsHalvingWithoutWaiters() {
        fixture.ask(accounts(1, 4), 50);
        time.pass(40);
        graph.last().fail(GatewayFixture.REFUSED);
        time.pass(200);

        assertThat(graph.calls()).hasSize(2);
    }
}

package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.enricher.teams.batching.FakeGraph.Call;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.PresenceSignal;

/** An endpoint that refuses everybody is told apart from accounts that Graph cannot serve. */
class RefusingEndpointTest {

    private static final GraphFailure NOT_FOUND = new GraphFailure.Refused(404, "r-404");
    private static final UUID KNOWN = account(1_000);

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Property
    void concludesWithFewCallsAndMarksNoId(
            @ForAll @IntRange(min = 1, max = 650) int count, @ForAll boolean someoneKnown) {
        var fixture = new RefusingEndpointTest();
        if (someoneKnown) {
            fixture.answerAll();
            fixture.read(List.of(KNOWN));
        }
        fixture.refuseAll();
        int before = fixture.graph.calls().size();

        var teamsRead = fixture.ask(accounts(1, count));

        assertAllRefused(teamsRead, count);
        double log2 = Math.log(count) / Math.log(2);
        assertThat((double) fixture.graph.calls().size() - before)
                .isLessThanOrEqualTo(2 * log2 + 3);
        assertThat(fixture.fixture.count("teams.gateway.bad.ids")).isZero();
    }

    @Property
    void readsEverybodyAgainAfterIt(@ForAll @IntRange(min = 1, max = 100) int count) {
        var fixture = new RefusingEndpointTest();
        fixture.answerAll();
        fixture.read(accounts(1, count));
        fixture.refuseAll();
        assertAllRefused(fixture.ask(accounts(1, count)), count);
        fixture.time.pass(20_000);
        fixture.answerAll();
        int before = fixture.graph.calls().size();

        fixture.read(accounts(1, count));

        assertThat(fixture.graph.calls()).hasSize(before + Math.min(count, 2));
        assertThat(fixture.graph.calls().get(before).ids()).hasSize(1);
    }

    @Property
    void marksNoIdWhenTheEndpointRecoversMeanwhile(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 20) int refusals) {
        var fixture = new RefusingEndpointTest();
        fixture.answerAll();
        fixture.read(List.of(KNOWN));
        int until = fixture.graph.calls().size() + refusals;
        fixture.refuseWhere(_ -> fixture.graph.calls().size() <= until);

        var teamsRead = fixture.ask(accounts(1, count));

        assertThat(fixture.fixture.count("teams.gateway.bad.ids")).isZero();
        assertThat(List.copyOf(teamsRead.soFar().values()))
                .hasSize(count)
                .noneMatch(RefusingEndpointTest::isWithoutSignal);
    }

    @Property
    void findsExactlyTheInvalidIdsWhereOthersAreAnswered(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 60) Integer> numbers) {
        var fixture = new RefusingEndpointTest();
        fixture.answerAll();
        fixture.read(List.of(KNOWN));
        List<UUID> invalid =
                numbers.stream()
                        .filter(number -> number <= count)
                        .map(GatewayFixture::account)
                        .toList();
        fixture.refuseWhere(call -> call.ids().stream().anyMatch(invalid::contains));

        var teamsRead = fixture.ask(accounts(1, count));

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(
                        accounts(1, count).stream()
                                .filter(id -> isWithoutSignal(teamsRead.soFar().get(id))))
                .containsExactlyInAnyOrderElementsOf(invalid);
        assertThat(teamsRead.soFar().values()).allMatch(Outcome.Read.class::isInstance);
        assertThat(fixture.fixture.count("teams.gateway.bad.ids")).isEqualTo(invalid.size());
    }

    @Test
    void asksTheLastAnsweredAccountWhenASingleAccountIsRefused() {
        answerAll();
        read(List.of(KNOWN));
        refuseWhere(call -> call.ids().contains(account(1)));

        var teamsRead = ask(List.of(account(1)));

        assertThat(graph.calls().stream().skip(1).map(Call::ids))
                .containsExactly(List.of(account(1)), List.of(KNOWN), List.of(account(1)));
        assertThat(teamsRead.soFar().get(account(1)))
                .matches(RefusingEndpointTest::isWithoutSignal);
    }

    @Test
    void asksAgainWithOneAccountAndOneFromTheOtherEndWhileItRefuses() {
        answerAll();
        read(List.of(KNOWN));
        refuseAll();
        ask(accounts(1, 8));
        int before = graph.calls().size();

        assertAllRefused(ask(accounts(1, 8)), 8);

        assertThat(graph.calls().stream().skip(before).map(Call::ids))
                .containsExactly(List.of(account(1)), List.of(account(8)), List.of(KNOWN));
    }

    @Test
    void ignoresAnInvalidIdBehindIt() {
        refuseAll();
        ask(accounts(1, 8));
        refuseWhere(call -> call.ids().contains(account(1)));

        var teamsRead = ask(accounts(1, 8));

        assertThat(teamsRead.soFar().values()).allMatch(Outcome.Read.class::isInstance);
        assertThat(accounts(1, 8).stream().filter(id -> isWithoutSignal(teamsRead.soFar().get(id))))
                .containsExactly(account(1));
    }

    @Test
    void failsLaterWaitersTogetherWithTheRefusedOnes() {
        refuseAll();
        ask(accounts(1, 2));
        var first = fixture.ask(List.of(account(1)));
        var later = fixture.ask(List.of(account(9)));

        time.pass(200);

        assertAllRefused(first, 1);
        assertAllRefused(later, 1);
    }

    @Test
    void asksNoWitnessWithoutWaiters() {
        answerAll();
        read(List.of(KNOWN));
        graph.onCall(_ -> {});
        fixture.ask(List.of(account(1)), 50);
        time.pass(40);
        fixture.ask(List.of(account(2)), 5); // takes the pace's turn before the probe
        graph.calls().get(1).fail(NOT_FOUND);

        time.pass(100);

        assertThat(graph.calls().stream().map(Call::ids))
                .filteredOn(List.of(KNOWN)::equals)
                .hasSize(1);
    }

    private void answerAll() {
        refuseWhere(_ -> false);
    }

    private void refuseAll() {
        refuseWhere(_ -> true);
    }

    /** Every call takes 10 ms. */
    private void refuseWhere(Predicate<Call<?>> refused) {
        graph.onCall(call -> {
            boolean refuses = refused.test(call);
            time.after(
                    Duration.ofMillis(10),
                    () -> {
                        if (refuses) {
                            call.fail(NOT_FOUND);
                        } else {
                            graph.answer(call);
                        }
                    });
        });
    }

    /** Asks and waits for as long as that takes. */
    private TeamsRead<UUID, PresenceSignal> ask(Collection<UUID> accounts) {
        var teamsRead = fixture.ask(accounts, 20_000);
        time.pass(10_000);
        return teamsRead;
    }

    private void read(Collection<UUID> accounts) {
        assertThat(ask(accounts).soFar().values())
                .hasSize(accounts.size())
                .allMatch(Outcome.Read.class::isInstance)
                .noneMatch(RefusingEndpointTest::isWithoutSignal);
    }

    private static boolean isWithoutSignal(@Nullable Outcome<PresenceSignal> outcome) {
        return outcome instanceof Outcome.Read<PresenceSignal>(var signal, _)
                && signal.equals(PresenceSignal.NONE);
    }

    private static void assertAllRefused(TeamsRead<UUID, PresenceSignal> teamsRead, int count) {
        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar().values())
                .hasSize(count)
                .allMatch(new Outcome.Failed<PresenceSignal>(NOT_FOUND)::equals);
    }
}

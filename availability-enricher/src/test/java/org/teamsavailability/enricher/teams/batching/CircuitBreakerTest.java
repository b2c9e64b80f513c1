package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.enricher.teams.batching.FakeGraph.Call;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;

/** What fails every time is asked once a second, and everybody is told at once. */
class CircuitBreakerTest {

    private static final GraphFailure NOT_FOUND = new GraphFailure.Refused(404, "r-404");

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Property
    void asksAtMostOnceASecondAfterFiveFailuresInARow(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_500) Integer> pauses,
            @ForAll boolean rota) {
        var test = new CircuitBreakerTest();
        test.reply(_ -> GatewayFixture.UNREACHABLE);

        int number = 0;
        for (int pause : pauses) {
            number++;
            if (rota) {
                test.fixture.askRota(team(1));
            } else {
                test.fixture.ask(account(number));
            }
            test.time.pass(pause);
        }

        List<Instant> starts = test.starts();
        for (int call = CircuitBreakers.FAILURES; call < starts.size(); call++) {
            assertThat(starts.get(call)).isAfterOrEqualTo(starts.get(call - 1).plusSeconds(1));
        }
    }

    @Test
    void reportsUnreachableToAllWaiters() {
        open();
        var inTime = fixture.ask(List.of(account(8)), 1_500);
        var hasty = fixture.ask(List.of(account(9)), 500);

        assertThat(isSettled(hasty)).isTrue();
        assertFailed(hasty, GatewayFixture.UNREACHABLE);
        assertFailed(
                inTime, GatewayFixture.UNREACHABLE); // also before the probe: it may be decided now
        time.pass(1_100);

        assertThat(isSettled(inTime)).isTrue();
        assertFailed(inTime, GatewayFixture.UNREACHABLE);
    }

    @Test
    void probesForAllWaitersInOneCall() {
        open();
        int before = graph.calls().size();
        fixture.ask(accounts(11, 15));
        time.pass(500);
        fixture.ask(accounts(16, 20));
        time.pass(1_000);

        // the account whose second call opened the breaker waits for the probe as well
        assertThat(graph.calls().stream().skip(before))
                .singleElement()
                .satisfies(probe -> assertThat(probe.ids()).containsAll(accounts(11, 20)));
    }

    @Test
    void asksAsEverAfterAProbeThatIsAnswered() {
        open();
        reply(_ -> null);
        fixture.ask(account(8));
        time.pass(1_100);
        int before = graph.calls().size();

        for (int number = 11; number <= 14; number++) {
            fixture.ask(account(number));
            time.pass(20);
        }

        assertThat(graph.calls()).hasSize(before + 4);
    }

    static Stream<GraphFailure> answers() {
        return Stream.of(
                new GraphFailure.PermissionMissing(403, "r", GraphPermission.PRESENCE_READ_ALL),
                new GraphFailure.ConsentMissing(401, "r", 65001),
                new GraphFailure.OwnCredentialsRefused(401, "r", 7000215));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void takesARefusalWithAReasonOfItsOwnForAnAnswer(GraphFailure answer) {
        reply(_ -> answer);
        for (int number = 1; number <= 10; number++) {
            var teamsRead = fixture.ask(account(number));
            time.pass(20);
            assertFailed(teamsRead, answer);
        }
        assertThat(graph.calls()).hasSize(10);
    }

    @Test
    void countsNoWaitThatMicrosoftAskedFor() {
        reply(_ -> GatewayFixture.throttled(time.in(1)));
        for (int number = 1; number <= 4; number++) {
            fixture.ask(account(number));
            time.pass(500);
        }
        assertThat(graph.calls()).hasSize(12);
        reply(_ -> null);

        var teamsRead = fixture.ask(account(11));
        time.pass(20);

        assertThat(isSettled(teamsRead)).isTrue();
    }

    @Test
    void letsAFailingTeamDelayNoOther() {
        reply(call -> call.ids().contains(team(1)) ? GatewayFixture.UNREACHABLE : null);
        for (int attempt = 0; attempt < 5; attempt++) {
            fixture.askRota(team(1));
            time.pass(300);
        }

        var other = fixture.askRota(team(2));
        time.pass(100);

        assertThat(isSettled(other)).isTrue();
        assertThat(other.soFar().get(team(2))).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void keepsPresenceAndAnotherTenantApart() {
        reply(call ->
                call.kind() == ReadKind.PRESENCE && call.tenant().equals(fixture.contoso)
                        ? GatewayFixture.UNREACHABLE
                        : null);
        fixture.ask(account(1));
        time.pass(500);
        fixture.ask(account(2));
        time.pass(500);

        var rota = fixture.askRota(team(1));
        var other =
                fixture.gateway.presence(
                        tenant(2), List.of(account(1)), time.in(500), Priority.NOW);
        time.pass(100);

        assertThat(Stream.of(rota, other)).allMatch(GatewayFixture::isSettled);
        assertThat(rota.soFar().get(team(1))).isInstanceOf(Outcome.Read.class);
        assertThat(other.soFar().get(account(1))).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void asksAnEndpointThatRefusesEverybodyOnceASecondToo() {
        reply(_ -> NOT_FOUND);
        for (int round = 0; round < 5; round++) {
            fixture.ask(accounts(1, 8));
            time.pass(500);
        }
        int before = graph.calls().size();

        for (int round = 0; round < 20; round++) {
            fixture.ask(accounts(1, 8));
            time.pass(500);
        }

        assertThat(graph.calls().size() - before).isLessThanOrEqualTo(10);
        assertThat(graph.calls().stream().skip(before)).allMatch(call -> call.ids().size() == 1);
        assertThat(fixture.count("teams.gateway.bad.ids")).isZero();
    }

    @Test
    void detectsARecoveredEndpointDespiteInvalidIds() {
        reply(_ -> NOT_FOUND);
        for (int round = 0; round < 6; round++) {
            fixture.ask(accounts(1, 4));
            time.pass(1_000);
        }
        reply(call -> call.ids().contains(account(1)) ? NOT_FOUND : null);
        for (int round = 0; round < 5; round++) {
            fixture.ask(accounts(1, 4));
            time.pass(1_000);
        }

        var teamsRead = fixture.ask(accounts(1, 4));
        time.pass(1_000);

        assertThat(teamsRead.soFar().values()).hasSize(4).allMatch(Outcome.Read.class::isInstance);
    }

    /** Five failures in a row. */
    private void open() {
        reply(_ -> GatewayFixture.UNREACHABLE);
        fixture.ask(account(1));
        time.pass(500);
        fixture.ask(account(2));
        time.pass(500);
        assertThat(graph.calls()).hasSize(CircuitBreakers.FAILURES);
    }

    /** Every call takes 10 ms and fails so, or is answered where that is null. */
    private void reply(Function<Call<?>, @Nullable GraphFailure> failureOf) {
        graph.onCall(call ->
                time.after(
                        Duration.ofMillis(10),
                        () -> {
                            GraphFailure failure = failureOf.apply(call);
                            if (failure == null) {
                                graph.answer(call);
                            } else {
                                call.fail(failure);
                            }
                        }));
    }

    private List<Instant> starts() {
        return graph.calls().stream().<Instant>map(Call::startedAt).toList();
    }

    private static void assertFailed(TeamsRead<UUID, ?> teamsRead, GraphFailure failure) {
        assertThat(List.copyOf(teamsRead.soFar().values()))
                .isNotEmpty()
                .allMatch(new Outcome.Failed<>(failure)::equals);
    }
}

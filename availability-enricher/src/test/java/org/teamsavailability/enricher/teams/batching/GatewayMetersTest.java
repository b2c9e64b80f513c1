package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.TeamRota;

class GatewayMetersTest {

    private final GatewayFixture stage = new GatewayFixture();

    @Test
    void countsCallsByKindAndOutcomeWithTheirDuration() {
        stage.ask(accounts(1, 2));
        stage.askRota(team(1));
        stage.time.pass(200);
        stage.graph.calls().getFirst().fail(GatewayFixture.UNREACHABLE);
        stage.graph.answerAll();

        var unreachable =
                stage.meters
                        .get("teams.gateway.calls")
                        .tags("kind", "presence", "outcome", "unreachable")
                        .timer();
        assertThat(unreachable.count()).isEqualTo(1);
        assertThat(unreachable.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
        assertThat(
                        stage.meters
                                .get("teams.gateway.calls")
                                .tags("kind", "schedule", "outcome", "ok")
                                .timer()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void countsTheAccountsOfACallAndThoseThatWait() {
        stage.ask(accounts(1, 2));
        stage.ask(accounts(3, 5));

        assertThat(stage.meters.get("teams.gateway.presence.ids").summary().totalAmount())
                .isEqualTo(2);
        assertThat(
                        stage.meters
                                .get("teams.gateway.waiting")
                                .tag("workload", "presence")
                                .gauge()
                                .value())
                .isEqualTo(3);
    }

    @Test
    void showsTheShareOfTheBudgetThatTheBusiestTenantUses() {
        stage.askRota(team(1));
        stage.askRota(team(2));
        assertThat(budgetUsed("rota")).isEqualTo(2 / 30.0);
        assertThat(budgetUsed("presence")).isZero();

        stage.time.pass(1_000);

        assertThat(budgetUsed("rota")).isZero();
    }

    private double budgetUsed(String workload) {
        return stage.meters
                .get("teams.gateway.budget.used")
                .tag("workload", workload)
                .gauge()
                .value();
    }

    @Test
    @SuppressWarnings("unchecked")
    void countsRowsThatCannotBeUsedAndTellsWhose() {
        var inquiry = stage.askRota(team(1));
        stage.graph.answerAll();
        ((FakeGraph.Call<RotaRows>) stage.graph.calls(ReadKind.SHIFTS).getFirst())
                .reply()
                .complete(new RotaRows(List.of(), Set.of(GatewayFixture.account(1)), 3));
        stage.graph.answerAll();

        assertThat(stage.count("teams.gateway.rows.dropped", "kind", "shifts")).isEqualTo(3);
        assertThat(stage.count("teams.gateway.rows.dropped", "kind", "time-off")).isZero();
        assertThat(inquiry.soFar().get(team(1)))
                .isInstanceOfSatisfying(
                        Outcome.Read.class,
                        read -> {
                            TeamRota rota = (TeamRota) read.value();
                            assertThat(rota.hasUnusableShift(GatewayFixture.account(1))).isTrue();
                            assertThat(rota.hasUnusableTimeOff(GatewayFixture.account(1)))
                                    .isFalse();
                        });
    }

    @Test
    void namesNoTenantTeamOrAccountInATag() {
        stage.ask(accounts(1, 2));
        stage.askRota(team(1));
        stage.graph.answerAll();

        assertThat(stage.meters.getMeters())
                .map(Meter::getId)
                .flatMap(Meter.Id::getTags)
                .extracting(Tag::getKey)
                .isSubsetOf("kind", "outcome", "result", "workload");
    }
}

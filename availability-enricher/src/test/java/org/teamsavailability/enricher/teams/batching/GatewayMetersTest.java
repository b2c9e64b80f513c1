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

    private final GatewayFixture fixture = new GatewayFixture();

    @Test
    void countsCallsByKindAndOutcomeWithTheirDuration() {
        fixture.ask(accounts(1, 2));
        fixture.askRota(team(1));
        fixture.time.pass(200);
        fixture.graph.calls().getFirst().fail(GatewayFixture.UNREACHABLE);
        fixture.graph.answerAll();

        var unreachable =
                fixture.meters
                        .get("teams.gateway.calls")
                        .tags("kind", "presence", "outcome", "unreachable")
                        .timer();
        assertThat(unreachable.count()).isEqualTo(1);
        assertThat(unreachable.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
        assertThat(
                        fixture.meters
                                .get("teams.gateway.calls")
                                .tags("kind", "schedule", "outcome", "ok")
                                .timer()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void countsTheAccountsOfACallAndThoseThatWait() {
        fixture.ask(accounts(1, 2));
        fixture.ask(accounts(3, 5));

        assertThat(fixture.meters.get("teams.gateway.presence.ids").summary().totalAmount())
                .isEqualTo(2);
        assertThat(
                        fixture.meters
                                .get("teams.gateway.waiting")
                                .tag("workload", "presence")
                                .gauge()
                                .value())
                .isEqualTo(3);
    }

    @Test
    void showsTheShareOfTheRateLimitThatTheBusiestTenantUses() {
        fixture.askRota(team(1));
        fixture.askRota(team(2));
        assertThat(rateLimitUsed("rota")).isEqualTo(2 / 30.0);
        assertThat(rateLimitUsed("presence")).isZero();

        fixture.time.pass(1_000);

        assertThat(rateLimitUsed("rota")).isZero();
    }

    private double rateLimitUsed(String workload) {
        return fixture.meters
                .get("teams.gateway.budget.used")
                .tag("workload", workload)
                .gauge()
                .value();
    }

    @Test
    @SuppressWarnings("unchecked")
    void countsUnusableRowsAndNamesTheirOwners() {
        var teamsRead = fixture.askRota(team(1));
        fixture.graph.answerAll();
        ((FakeGraph.Call<RotaRows>) fixture.graph.calls(ReadKind.SHIFTS).getFirst())
                .reply()
                .complete(new RotaRows(List.of(), Set.of(GatewayFixture.account(1)), 3));
        fixture.graph.answerAll();

        assertThat(fixture.count("teams.gateway.rows.dropped", "kind", "shifts")).isEqualTo(3);
        assertThat(fixture.count("teams.gateway.rows.dropped", "kind", "time-off")).isZero();
        assertThat(teamsRead.soFar().get(team(1)))
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
        fixture.ask(accounts(1, 2));
        fixture.askRota(team(1));
        fixture.graph.answerAll();

        assertThat(fixture.meters.getMeters())
                .map(Meter::getId)
                .flatMap(Meter.Id::getTags)
                .extracting(Tag::getKey)
                .isSubsetOf("kind", "outcome", "result", "workload");
    }
}

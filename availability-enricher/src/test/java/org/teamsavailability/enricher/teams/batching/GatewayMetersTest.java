package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(gauge("waiting", "presence")).isEqualTo(3);
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
        return gauge("budget.used", workload);
    }

    @Test
    void showsHowManyCallsTheBusiestTenantHasLeft() {
        fixture.askRota(team(1));
        fixture.askRota(team(2));
        fixture.ask(accounts(1, 2));

        assertThat(gauge("budget.left", "rota")).isEqualTo(28);
        assertThat(gauge("budget.left", "presence")).isEqualTo(1_499);

        fixture.time.pass(1_000);

        assertThat(gauge("budget.left", "rota")).isEqualTo(30);
    }

    @Test
    void countsTheCallsInFlightByWorkload() {
        fixture.ask(accounts(1, 2));
        fixture.askRota(team(1));
        fixture.askRota(team(2));
        assertThat(gauge("in.flight", "presence")).isEqualTo(1);
        assertThat(gauge("in.flight", "rota")).isEqualTo(2);

        fixture.graph.calls().getFirst().fail(GatewayFixture.REFUSED);
        fixture.time.pass(100);
        assertThat(gauge("in.flight", "presence")).isEqualTo(fixture.graph.out().size() - 2);
        while (!fixture.graph.out().isEmpty()) {
            fixture.graph.answerAll();
            fixture.time.pass(100);
        }

        assertThat(gauge("in.flight", "presence")).isZero();
        assertThat(gauge("in.flight", "rota")).isZero();
    }

    @Test
    void timesHowLongReadsWaitForTheirFirstCall() {
        fixture.ask(accounts(1, 2));
        fixture.ask(account(3));
        Instant asked = fixture.time.instant();
        fixture.time.pass(100);
        Instant started = fixture.graph.last().startedAt();
        assertThat(started).isAfter(asked);

        assertWaits("presence", 3, Duration.between(asked, started));
        assertWaits("rota", 0, Duration.ZERO);
    }

    @Test
    void timesNoWaitForAFurtherAttempt() {
        fixture.ask(account(1));
        fixture.graph.last().fail(GatewayFixture.UNREACHABLE);
        fixture.time.pass(500);
        assertThat(fixture.graph.calls()).hasSize(2);

        assertWaits("presence", 1, Duration.ZERO);
    }

    @Test
    void timesNoWaitOfAccountsThatFillACall() {
        fixture.ask(accounts(1, 2));
        fixture.graph.answerAll();
        fixture.time.pass(3_000);
        fixture.ask(account(3));
        assertThat(fixture.graph.last().ids()).hasSize(3);

        assertWaits("presence", 3, Duration.ZERO);
    }

    private void assertWaits(String workload, int reads, Duration total) {
        var waits = fixture.meters.get("teams.gateway.wait").tag("workload", workload).timer();
        assertThat(waits.count()).isEqualTo(reads);
        assertThat(waits.totalTime(TimeUnit.NANOSECONDS)).isEqualTo((double) total.toNanos());
    }

    private double gauge(String name, String workload) {
        return fixture.meters
                .get("teams.gateway." + name)
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
                .isSubsetOf("kind", "le", "outcome", "result", "state", "workload");
    }
}

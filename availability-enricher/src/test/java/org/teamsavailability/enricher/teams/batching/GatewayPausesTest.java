package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.throttled;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Cooldown;

/** What meters show of Retry-After, cooldowns and circuit breakers. */
class GatewayPausesTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void timesRetryAfterByWorkload() {
        fixture.ask(account(1));
        graph.last().fail(throttled(time.in(30_000)));
        fixture.askRota(team(1));
        graph.last().fail(GatewayFixture.UNREACHABLE, time.in(5_000));

        assertThat(retryAfterSeconds("presence")).isEqualTo(30);
        assertThat(retryAfterSeconds("rota")).isEqualTo(5);
    }

    @Test
    void countsCooldownsUntilTheirProbeIsAnswered() {
        fixture.ask(List.of(account(1)), 500);
        graph.last().fail(throttled(time.in(1_000)));
        assertCooldowns("presence", 1, 0);
        assertCooldowns("rota", 0, 0);

        time.pass(1_000);
        assertCooldowns("presence", 0, 0);
        fixture.ask(account(2));
        assertCooldowns("presence", 0, 1);

        graph.answerAll();
        assertCooldowns("presence", 0, 0);
    }

    @Test
    void countsEachTeamThatCoolsDown() {
        fixture.askRota(team(1));
        graph.last().fail(throttled(time.in(30_000)));

        assertCooldowns("rota", 1, 0);
    }

    @Test
    void countsCooldownsThatARestartFinds() {
        fixture.gateway.restoreCooldowns(
                List.of(
                        new Cooldown(
                                fixture.contoso,
                                Cooldown.Workload.SHIFTS,
                                null,
                                time.in(30_000),
                                true,
                                429)));

        assertCooldowns("rota", 1, 0);
        assertCooldowns("presence", 0, 0);
    }

    @Test
    void countsAnOpenBreakerAsHalfOpenWhileItsProbeIsOut() {
        fail(CircuitBreakers.FAILURES - 1);
        assertBreakers("presence", 0, 0);
        fail(1);
        assertBreakers("presence", 1, 0);
        assertBreakers("rota", 0, 0);

        probe();
        assertBreakers("presence", 0, 1);
        graph.last().fail(GatewayFixture.UNREACHABLE);
        assertBreakers("presence", 1, 0);

        probe();
        graph.last().fail(throttled(time.in(100)));
        assertBreakers("presence", 1, 0);

        probe();
        graph.answerAll();
        assertBreakers("presence", 0, 0);
    }

    /** Fails calls for accounts of their own, at once. */
    private void fail(int calls) {
        for (int call = 0; call < calls; call++) {
            fixture.ask(List.of(account(100 + graph.calls().size())), 20);
            graph.last().fail(GatewayFixture.UNREACHABLE);
            time.pass(1_000);
        }
    }

    private void probe() {
        int before = graph.calls().size();
        fixture.ask(account(200 + before));
        time.pass(1_000);
        assertThat(graph.calls()).hasSizeGreaterThan(before);
        assertThat(graph.last().isOut()).isTrue();
    }

    private double retryAfterSeconds(String workload) {
        return fixture.meters
                .get("teams.gateway.retry.after")
                .tag("workload", workload)
                .timer()
                .totalTime(TimeUnit.SECONDS);
    }

    private void assertCooldowns(String workload, int waiting, int probing) {
        assertThat(gauge("cooldowns", workload, "waiting")).isEqualTo(waiting);
        assertThat(gauge("cooldowns", workload, "probing")).isEqualTo(probing);
    }

    private void assertBreakers(String workload, int open, int halfOpen) {
        assertThat(gauge("breakers", workload, "open")).isEqualTo(open);
        assertThat(gauge("breakers", workload, "half-open")).isEqualTo(halfOpen);
    }

    private double gauge(String name, String workload, String state) {
        return fixture.meters
                .get("teams.gateway." + name)
                .tags("workload", workload, "state", state)
                .gauge()
                .value();
    }
}

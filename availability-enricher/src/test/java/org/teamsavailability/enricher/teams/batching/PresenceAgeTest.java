package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;

class PresenceAgeTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void answersFromTheCacheUpToTheAgeLimit() {
        fixture.ask(account(1));
        time.pass(200);
        graph.answerAll();
        Instant readAt = time.instant();

        time.pass(5_000);
        var teamsRead = fixture.ask(account(1));

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar().get(account(1)))
                .isInstanceOfSatisfying(
                        Outcome.Read.class, read -> assertThat(read.readAt()).isEqualTo(readAt));
        assertThat(graph.calls()).hasSize(1);
        assertThat(fixture.count("teams.gateway.lookups", "kind", "presence", "result", "hit"))
                .isEqualTo(1);
    }

    @Test
    void asksAgainPastTheAgeLimit() {
        fixture.ask(account(1));
        graph.answerAll();

        time.pass(5_001);

        assertThat(isSettled(fixture.ask(account(1)))).isFalse();
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void asksOnlyForAccountsThatAreNotCached() {
        fixture.ask(accounts(1, 2));
        graph.answerAll();
        time.pass(1_000);

        var teamsRead = fixture.ask(accounts(1, 3));

        assertThat(graph.last().ids()).containsExactly(account(3));
        assertThat(teamsRead.soFar()).containsOnlyKeys(account(1), account(2));
    }

    @Test
    void cachesNothingWithoutAnAgeLimitButStillCoalesces() {
        var defaults = GatewaySettings.defaults();
        GatewayFixture forgetful =
                new GatewayFixture(
                        new GatewaySettings(
                                new GatewaySettings.Ages(
                                        Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                                defaults.calls(),
                                defaults.retries(),
                                defaults.memory()));
        var first = forgetful.ask(account(1));
        forgetful.time.pass(100);
        var second = forgetful.ask(account(1));
        assertThat(forgetful.graph.calls()).hasSize(1);
        forgetful.graph.answerAll();
        assertThat(List.of(first, second)).allMatch(GatewayFixture::isSettled);

        forgetful.ask(account(1));

        assertThat(forgetful.graph.calls()).hasSize(2);
    }

    @Test
    void cachesWhatReturnsAfterTheDeadline() {
        fixture.ask(List.of(account(1)), 100);
        time.pass(150);
        graph.answerAll();

        assertThat(isSettled(fixture.ask(account(1)))).isTrue();
    }

    @Test
    void usesTheFirstSuccessAfterAnOutageAtOnce() {
        fixture.ask(List.of(account(1)), 10);
        graph.last().fail(GatewayFixture.UNREACHABLE);
        time.pass(20);

        var teamsRead = fixture.ask(account(1));
        graph.answerAll();

        assertThat(teamsRead.soFar().get(account(1))).isInstanceOf(Outcome.Read.class);
    }
}

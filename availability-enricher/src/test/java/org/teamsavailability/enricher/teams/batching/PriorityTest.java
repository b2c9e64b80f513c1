package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void callsAtOnceForABatchedReadWhenNoCallIsOut() {
        fixture.askBatched(account(1));

        assertThat(graph.calls()).hasSize(1);
    }

    @Test
    void gathersBatchedReadsWhileACallIsOut() {
        fixture.askBatched(account(1));
        time.pass(100);
        fixture.askBatched(account(2));
        fixture.askBatched(account(3));
        time.pass(100);
        assertThat(graph.calls()).hasSize(1);

        graph.answer(graph.calls().getFirst());

        assertThat(graph.calls()).hasSize(2);
        assertThat(List.copyOf(graph.calls().getLast().ids()))
                .containsExactly(account(2), account(3));
    }

    @Test
    void startsNextToACallThatHasBeenOutForAQuarterOfASecond() {
        fixture.askBatched(account(1));
        fixture.askBatched(account(2));

        time.pass(249);
        assertThat(graph.calls()).hasSize(1);
        time.pass(1);

        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void sendsBatchedReadsTogetherWithUrgentOnes() {
        fixture.askBatched(account(1));
        fixture.askBatched(account(2));
        time.pass(20);

        fixture.ask(account(3));

        assertThat(List.copyOf(graph.calls().getLast().ids()))
                .containsExactlyInAnyOrder(account(2), account(3));
    }
}

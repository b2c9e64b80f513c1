package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityTest {

    private final GatewayFixture stage = new GatewayFixture();
    private final FakeGraph graph = stage.graph;
    private final VirtualTime time = stage.time;

    @Test
    void callsAtOnceForAPatientQuestionWhenNoCallIsOut() {
        stage.askPatiently(account(1));

        assertThat(graph.calls()).hasSize(1);
    }

    @Test
    void gathersPatientQuestionsWhileACallIsOut() {
        stage.askPatiently(account(1));
        time.pass(100);
        stage.askPatiently(account(2));
        stage.askPatiently(account(3));
        time.pass(100);
        assertThat(graph.calls()).hasSize(1);

        graph.answer(graph.calls().getFirst());

        assertThat(graph.calls()).hasSize(2);
        assertThat(List.copyOf(graph.calls().getLast().ids()))
                .containsExactly(account(2), account(3));
    }

    @Test
    void startsBesideACallThatHasBeenOutForAQuarterOfASecond() {
        stage.askPatiently(account(1));
        stage.askPatiently(account(2));

        time.pass(249);
        assertThat(graph.calls()).hasSize(1);
        time.pass(1);

        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void takesThePatientAlongWithWhoeverIsInAHurry() {
        stage.askPatiently(account(1));
        stage.askPatiently(account(2));
        time.pass(20);

        stage.ask(account(3));

        assertThat(List.copyOf(graph.calls().getLast().ids()))
                .containsExactlyInAnyOrder(account(2), account(3));
    }
}

package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketOrderTest {

    private final StageStory story = new StageStory();

    @Test
    void keepsTheOrderOfATicketWhenTheLaterRequestIsReadyFirst() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t1"));

        story.dispatches.complete("r2");
        story.tick();
        assertThat(story.answers()).isEmpty();
        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes", "r2: with outcomes");
    }

    @Test
    void decidesWhenReadyAndThenWaitsForItsTurn() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t1"));
        Instant ready = story.now();
        story.dispatches.complete("r2");
        story.tick();

        story.advance(Duration.ofSeconds(1));
        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.lastRecord().value().answer().getDecidedAt()).isEqualTo(ready);
    }

    @Test
    void queuesARequestWithoutTeamsBehindAnEarlierOneOfItsTicket() {
        story.dispatches.needsNoTeams("r2");
        story.accept(request("r1", "desk", "t1"));

        story.accept(request("r2", "desk", "t1"));
        assertThat(story.answers()).isEmpty();
        assertThat(story.pending()).isEqualTo(2);
        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes", "r2: without asking");
        assertThat(story.pending()).isZero();
    }

    @Test
    void delaysNoOtherTicketAndNotTheSameTicketOfAnotherDesk() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.accept(request("r3", "other", "t1"));

        story.dispatches.complete("r2");
        story.dispatches.complete("r3");
        story.tick();

        assertThat(story.answers()).containsExactly("r2: with outcomes", "r3: with outcomes");
    }

    @Test
    void releasesAllThatWaitedBehindAnOverdueRequest() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t1", story.now().plusSeconds(10)));
        story.dispatches.complete("r2");

        story.advance(Duration.ofSeconds(2));

        assertThat(story.answers()).containsExactly("r1: with what is known", "r2: with outcomes");
    }
}

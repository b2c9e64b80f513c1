package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartTest {

    private final StageStory story = new StageStory();

    @Test
    void asksAgainInTheOrderInWhichRequestsWereTaken() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.dispatches.complete("r1");
        story.tick();
        story.accept(request("r3", "desk", "t3")); // reuses the slot before r2's
        story.dispatches.forgetWhatWasAsked();

        story.crashAndRestart();

        assertThat(story.dispatches.askedInOrder()).containsExactly("r2", "r3");
    }

    @Test
    void answersRequestsOfAnEarlierEpoch() {
        story.accept(request("r1", "desk", "t1"));
        story.crashAndRestart();
        assertThat(story.answers()).isEmpty();

        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes");
        assertThat(story.pending()).isZero();
    }

    @Test
    void restartsTheTimeOfARequestWithoutRespondBy() {
        story.accept(request("r1", "desk", "t1"));
        story.clock.advance(Duration.ofSeconds(12));

        story.crashAndRestart();

        assertThat(story.dispatches.deadlineOf("r1")).isEqualTo(story.now().plusSeconds(2));
    }

    @Test
    void answersWithoutAskingWhereRespondByPassedMeanwhile() {
        story.accept(request("r1", "desk", "t1", story.now().plusSeconds(1)));
        story.clock.advance(Duration.ofSeconds(12));

        story.crashAndRestart();
        assertThat(story.answers()).isEmpty(); // nothing is forwarded from init()
        story.tick();

        assertThat(story.dispatches.wasExpired("r1")).isTrue();
        assertThat(story.answers()).containsExactly("r1: without asking");
    }

    @Test
    void ignoresACompletionOfAnEarlierEpoch() {
        story.accept(request("r1", "desk", "t1"));
        story.initAgain();

        story.dispatches.completeFirst("r1");
        story.tick();

        assertThat(story.answers()).isEmpty();
    }

    @Test
    void ignoresACompletionForTheSlotsPreviousRequest() {
        story.accept(request("r1", "desk", "t1"));
        story.advance(Duration.ofSeconds(2));
        story.accept(request("r2", "other", "t2"));

        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with what is known");
    }

    @Test
    void keepsTheOrderOfATicketOverARestart() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t1"));
        story.crashAndRestart();

        story.dispatches.complete("r2");
        story.tick();
        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes", "r2: with outcomes");
    }

    @Test
    void continuesTheSequenceAfterARestart() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.crashAndRestart();

        story.accept(request("r3", "other", "t3"));

        try (var all = story.store.all()) {
            assertThat(all)
                    .toIterable()
                    .extracting(entry -> entry.value.getSequence())
                    .containsExactlyInAnyOrder(1L, 2L, 3L);
        }
    }

    @Test
    void countsARequestOnceWhenItStartsAgainWithoutHavingBeenClosed() {
        story.accept(request("r1", "desk", "t1"));

        story.initAgain();

        assertThat(story.shownAsPending()).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindInTheSameObjectWhenItStartsAgain() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.stage.close();
        story.initAgain();

        story.dispatches.complete("r1");
        story.dispatches.complete("r2");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes", "r2: with outcomes");
        assertThat(story.tickers()).isZero();
    }
}

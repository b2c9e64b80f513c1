package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import org.junit.jupiter.api.Test;

/** Eight slots a task, two of them a desk. */
class CapacityTest {

    private final StageStory story = new StageStory();

    @Test
    void tellsTheDeskThatHoldsItsQuarterThatItIsOverloadedAndNoOther() {
        story.take(request("r1", "noisy", "t1"));
        story.take(request("r2", "noisy", "t2"));

        story.take(request("r3", "noisy", "t3"));
        story.take(request("r4", "quiet", "t4"));

        assertThat(story.answers()).containsExactly("r3: overloaded");
        assertThat(story.dispatches.askedInOrder()).containsExactly("r1", "r2", "r4");
    }

    @Test
    void tellsEveryDeskThatItIsOverloadedWhenAllSlotsAreTaken() {
        for (int i = 0; i < 8; i++) {
            story.take(request("r" + i, "desk" + i / 2, "t" + i));
        }

        story.take(request("r8", "desk9", "t8"));

        assertThat(story.answers()).containsExactly("r8: overloaded");
    }

    @Test
    void givesAFreedSlotToTheNextRequest() {
        story.take(request("r1", "desk", "t1"));
        story.take(request("r2", "desk", "t2"));
        story.dispatches.complete("r1");
        story.tick();

        story.take(request("r3", "desk", "t3"));

        assertThat(story.answers()).containsExactly("r1: with outcomes");
        assertThat(story.dispatches.askedInOrder()).contains("r3");
    }

    @Test
    void givesASlotWhoseOutcomesAreThereToTheRequestThatComes() {
        story.take(request("r1", "desk", "t1"));
        story.take(request("r2", "desk", "t2"));
        story.dispatches.complete("r1");

        story.take(request("r3", "desk", "t3"));

        assertThat(story.answers()).containsExactly("r1: with outcomes");
    }

    @Test
    void keepsOnAnsweringWhatNeedsNoTeamsWhenAllSlotsAreTaken() {
        story.take(request("r1", "desk", "t1"));
        story.take(request("r2", "desk", "t2"));
        story.dispatches.needsNoTeams("r3");

        story.take(request("r3", "desk", "t3"));

        assertThat(story.answers()).containsExactly("r3: without asking");
    }
}

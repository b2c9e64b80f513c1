package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import org.junit.jupiter.api.Test;

/** Eight slots a task, two of them a desk. */
class CapacityTest {

    private final StageStory story = new StageStory();

    @Test
    void answersOverloadedOnlyToTheDeskThatHoldsItsQuarter() {
        story.accept(request("r1", "noisy", "t1"));
        story.accept(request("r2", "noisy", "t2"));

        story.accept(request("r3", "noisy", "t3"));
        story.accept(request("r4", "quiet", "t4"));

        assertThat(story.answers()).containsExactly("r3: overloaded");
        assertThat(story.dispatches.askedInOrder()).containsExactly("r1", "r2", "r4");
    }

    @Test
    void answersOverloadedToEveryDeskWhenAllSlotsAreTaken() {
        for (int i = 0; i < 8; i++) {
            story.accept(request("r" + i, "desk" + i / 2, "t" + i));
        }

        story.accept(request("r8", "desk9", "t8"));

        assertThat(story.answers()).containsExactly("r8: overloaded");
    }

    @Test
    void givesAFreedSlotToTheNextRequest() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.dispatches.complete("r1");
        story.tick();

        story.accept(request("r3", "desk", "t3"));

        assertThat(story.answers()).containsExactly("r1: with outcomes");
        assertThat(story.dispatches.askedInOrder()).contains("r3");
    }

    @Test
    void reusesASlotWhoseOutcomesAreComplete() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.dispatches.complete("r1");

        story.accept(request("r3", "desk", "t3"));

        assertThat(story.answers()).containsExactly("r1: with outcomes");
    }

    @Test
    void answersRequestsWithoutTeamsWhenAllSlotsAreTaken() {
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        story.dispatches.needsNoTeams("r3");

        story.accept(request("r3", "desk", "t3"));

        assertThat(story.answers()).containsExactly("r3: without asking");
    }
}

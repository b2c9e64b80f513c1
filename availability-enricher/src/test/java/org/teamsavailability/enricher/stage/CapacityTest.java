package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import org.junit.jupiter.api.Test;

/** Eight slots a task, two of them for a desk while others wait. */
class CapacityTest {

    private final StageStory story = new StageStory();

    @Test
    void answersOverloadedOnlyToTheDeskThatHoldsItsQuarterWhileOthersWait() {
        story.accept(request("r1", "quiet", "t1"));
        story.accept(request("r2", "noisy", "t2"));
        story.accept(request("r3", "noisy", "t3"));

        story.accept(request("r4", "noisy", "t4"));
        story.accept(request("r5", "quiet", "t5"));

        assertThat(story.answers()).containsExactly("r4: overloaded");
        assertThat(story.dispatches.askedInOrder()).containsExactly("r1", "r2", "r3", "r5");
    }

    @Test
    void givesAllSlotsToADeskThatIsAlone() {
        for (int i = 0; i < 9; i++) {
            story.accept(request("r" + i, "desk", "t" + i));
        }

        assertThat(story.answers()).containsExactly("r8: overloaded");
    }

    @Test
    void keepsAReserveForOthersWhereOneDeskHoldsAllSlots() {
        for (int i = 0; i < 8; i++) {
            story.accept(request("r" + i, "noisy", "t" + i));
        }

        story.accept(request("r8", "quiet", "t8"));
        story.accept(request("r9", "noisy", "t9"));
        story.accept(request("r10", "silent", "t10"));
        story.accept(request("r11", "silent", "t11"));

        assertThat(story.answers()).containsExactly("r9: overloaded", "r11: overloaded");
    }

    @Test
    void holdsADeskToItsShareAgainOnceOthersWait() {
        for (int i = 0; i < 8; i++) {
            story.accept(request("r" + i, "noisy", "t" + i));
        }
        story.accept(request("r8", "quiet", "t8"));
        story.dispatches.complete("r0");
        story.tick();

        story.accept(request("r9", "noisy", "t9"));

        assertThat(story.answers()).containsExactly("r0: with outcomes", "r9: overloaded");
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
        for (int i = 0; i < 8; i++) {
            story.accept(request("r" + i, "desk", "t" + i));
        }
        story.dispatches.needsNoTeams("r8");

        story.accept(request("r8", "desk", "t8"));

        assertThat(story.answers()).containsExactly("r8: without asking");
    }
}

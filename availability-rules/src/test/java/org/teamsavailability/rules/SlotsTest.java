package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.rules.Story.NOW;
import static org.teamsavailability.rules.Story.at;

import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final String TOMORROW = "2026-03-03T";

    @Test
    void aMissingSlotIsNow() {
        Story story = Story.of("anna");

        assertThat(slots(story).of(new Candidate("anna", null))).isEqualTo(new Span(NOW, NOW));
    }

    @Test
    void theDefaultWindowReachesFromNowTo24HoursAfterTheLatestEnd() {
        Story story =
                Story.of("anna", "ben").proposed("10:00/11:00").proposed("ben", "12:00/13:00");

        assertThat(slots(story).planningWindow()).isEqualTo(span("09:00", TOMORROW + "13:00:00Z"));
    }

    @Test
    void theDefaultWindowReachesBackToASlotThatHasStarted() {
        Story story = Story.of("anna").proposed("08:00/10:00");

        assertThat(slots(story).planningWindow()).isEqualTo(span("08:00", TOMORROW + "10:00:00Z"));
    }

    @Test
    void aWindowCountsFromTheStartOfASlotWithoutEnd() {
        Story story = Story.of("anna").proposed("10:00");

        assertThat(slots(story).planningWindow()).isEqualTo(span("09:00", TOMORROW + "10:00:00Z"));
    }

    @Test
    void aSlotThatNobodyUsesDoesNotWidenTheWindow() {
        Story story =
                Story.of("anna").proposed(TOMORROW + "10:00:00Z").proposed("anna", "10:00/11:00");

        assertThat(slots(story).planningWindow()).isEqualTo(span("09:00", TOMORROW + "11:00:00Z"));
    }

    @Test
    void aWindowWithoutEndEndsAsTheDefaultDoes() {
        Story story = Story.of("anna").proposed("10:00/11:00").planningWindow("07:00");

        assertThat(slots(story).planningWindow()).isEqualTo(span("07:00", TOMORROW + "11:00:00Z"));
    }

    @Test
    void aWindowWithoutEndThatStartsAfterAllIsItsStart() {
        Story story = Story.of("anna").planningWindow("2026-03-09T09:00:00Z");

        assertThat(slots(story).planningWindow())
                .isEqualTo(span("2026-03-09T09:00:00Z", "2026-03-09T09:00:00Z"));
    }

    @Test
    void whatHasToBeKnownIsTheWindowAndEverySlot() {
        Story story =
                Story.of("anna", "ben")
                        .proposed("10:00/11:00")
                        .proposed("ben", "16:00/18:00")
                        .planningWindow("12:00/14:00");

        assertThat(slots(story).toBeKnown()).isEqualTo(span("10:00", "18:00"));
        assertThat(story.plan(null, false))
                .isInstanceOfSatisfying(
                        Plan.Ask.class,
                        ask -> assertThat(ask.window()).isEqualTo(span("10:00", "18:00")));
    }

    private static Slots slots(Story story) {
        return new Slots(story.question(), NOW);
    }

    private static Span span(String start, String end) {
        return new Span(at(start), at(end));
    }
}

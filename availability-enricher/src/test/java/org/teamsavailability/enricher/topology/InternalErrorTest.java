package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.topology.TopologyStory.DESK;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;

/** The one reason that nothing outside of the enricher produces: an internal defect. */
class InternalErrorTest {

    private static final String QUOTED = "what was read of anna";

    private final TopologyStory story = new TopologyStory();

    @BeforeEach
    void connectADeskWithTwoTechnicians() {
        story.connect(DESK, ConsentState.GRANTED);
        story.map(DESK, "anna");
        story.map(DESK, "ben");
        story.presenceOf("anna", "Available");
        story.presenceOf("ben", "Away");
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void saysThatADefectOfOursStoppedTheDecision() {
        story.teams.defect(QUOTED);

        story.request(story.ask("r1", "anna", "ben"));

        var answer = story.onlyAnswer();
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.PSA_ONLY);
        assertThat(answer.getCandidates())
                .hasSize(2)
                .allMatch(it ->
                        it.getPresence() == PresenceVerdict.NOT_CONSULTED && !it.getBlocked());
        assertThat(answer.getFallbacks()).hasSize(1);
        var fallback = story.fallbacks().getFirst();
        assertThat(fallback.getReason()).isEqualTo(Reason.INTERNAL_ERROR);
        assertThat(fallback.getSignal()).isEqualTo(Signal.PRESENCE);
        assertThat(fallback.getMessage()).isEqualTo(answer.getFallbacks().getFirst().getMessage());
        assertThat(fallback.getRemedy()).contains("operator");
        assertThat(fallback.getAffectedCandidates()).isEqualTo(2);
        assertThat(fallback.getGraphStatus()).isNull();
        assertThat(answer + " " + fallback).doesNotContain(QUOTED);
    }

    @Test
    void harmsNoOtherRequest() {
        story.teams.defect(QUOTED);
        story.request(story.ask("r1", "anna"));
        story.teams.defect(null);

        story.request(story.ask("r2", "anna"));

        assertThat(story.answers().getLast().value().getSource())
                .isEqualTo(AvailabilitySource.TEAMS);
        assertThat(story.deadLetters()).isEmpty();
    }
}

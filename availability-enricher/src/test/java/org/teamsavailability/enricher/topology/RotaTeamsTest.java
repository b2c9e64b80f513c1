package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.topology.TopologyStory.DESK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RotaSpan;
import org.teamsavailability.graph.TeamRota;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

class RotaTeamsTest {

    private static final String TEAM = "e0000000-0000-4000-8000-00000000000e";

    @AutoClose private final TopologyStory story = new TopologyStory();

    @Test
    void losesNobodyButThePersonOfARowThatCannotBeUsed() {
        story.connect(DESK, ConsentState.GRANTED);
        for (String technician : List.of("anna", "ben", "cara")) {
            story.map(DESK, technician);
            story.presenceOf(technician, "Available");
        }
        Instant now = story.now();
        var shift =
                new RotaSpan(
                        TopologyStory.account("cara"),
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofHours(8)));
        story.teams.rota(
                UUID.fromString(TEAM),
                new Outcome.Read<>(
                        new TeamRota(
                                List.of(shift),
                                List.of(),
                                Set.of(TopologyStory.account("anna")),
                                Set.of(TopologyStory.account("ben"))),
                        now));

        story.request(
                DispatchRequested.newBuilder(story.ask("r1", "anna", "ben", "cara", "dan"))
                        .setTeamsAvailability(
                                new TeamsAvailabilitySettings(true, List.of(TEAM), null))
                        .build());

        assertThat(story.onlyAnswer().getCandidates())
                .extracting(CandidateVerdict::getRota)
                .containsExactly(
                        RotaVerdict.NO_SIGNAL,
                        RotaVerdict.NO_SIGNAL,
                        RotaVerdict.COVERS_SLOT,
                        RotaVerdict.UNMAPPED);
        assertThat(story.fallbacks()).isEmpty();
    }

    @Test
    void areOneTeamWhereTwoSpellingsAreOneGuid() {
        story.connect(DESK, ConsentState.GRANTED);
        story.map(DESK, "anna");
        story.presenceOf("anna", "Available");
        story.teams.rota(
                UUID.fromString(TEAM),
                new Outcome.Failed<>(new GraphFailure.NotProvisioned(404, "req-1")));

        story.request(
                DispatchRequested.newBuilder(story.ask("r1", "anna"))
                        .setTeamsAvailability(
                                new TeamsAvailabilitySettings(
                                        true, List.of(TEAM.toUpperCase(Locale.ROOT), TEAM), null))
                        .build());

        assertThat(story.fallbacks()).hasSize(1);
        assertThat(story.onlyAnswer().getFallbacks().getFirst().getRemedy())
                .satisfies(remedy ->
                        assertThat(remedy.toLowerCase(Locale.ROOT)).containsOnlyOnce(TEAM));
    }
}

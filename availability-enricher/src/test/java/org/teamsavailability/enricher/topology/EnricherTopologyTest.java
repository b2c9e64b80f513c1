package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.topology.TopologyStory.DESK;
import static org.teamsavailability.enricher.topology.TopologyStory.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

class EnricherTopologyTest {

    private static final String ROTA_TEAM = "7e000000-0000-4000-8000-000000000001";

    private final TopologyStory story = new TopologyStory();

    @BeforeEach
    void connectADeskWithTwoTechnicians() {
        story.connect(DESK, ConsentState.GRANTED);
        story.map(DESK, "anna");
        story.map(DESK, "ben");
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void answersWithOneVerdictPerCandidateInTheRequestsOrder() {
        story.presenceOf("anna", "Away");
        story.presenceOf("ben", "Busy");

        story.request(story.ask("r1", "ben", "anna", "cleo"));

        var answer = story.onlyAnswer();
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS);
        assertThat(answer.getCandidates())
                .extracting(CandidateVerdict::getTechnicianId)
                .containsExactly("ben", "anna", "cleo");
        assertThat(answer.getCandidates())
                .extracting(CandidateVerdict::getPresence)
                .containsExactly(
                        PresenceVerdict.WORKING,
                        PresenceVerdict.ON_BREAK,
                        PresenceVerdict.UNMAPPED);
        assertThat(answer.getCandidates())
                .extracting(CandidateVerdict::getBlocked)
                .containsExactly(false, true, false);
    }

    @Test
    void asksForTheAccountThatAMappingHasBeenChangedTo() {
        story.presenceOf("anna", "Available");
        story.presenceOf("ben", "Away");
        story.request(story.ask("r1", "anna", "ben"));
        story.publish(
                Topics.TECHNICIAN_MAPPING,
                DESK + "/anna",
                TechnicianMapping.newBuilder(story.mapping(DESK, "anna"))
                        .setMicrosoftUserId(account("ben").toString())
                        .build());
        story.request(story.ask("r2", "anna", "ben"));

        story.publish(Topics.TECHNICIAN_MAPPING, DESK + "/anna", null);
        story.request(story.ask("r3", "anna", "ben"));

        assertThat(story.answers())
                .extracting(record -> record.value().getCandidates().getFirst().getPresence())
                .containsExactly(
                        PresenceVerdict.WORKING,
                        PresenceVerdict.ON_BREAK,
                        PresenceVerdict.UNMAPPED);
    }

    @Test
    void answersUnderTheRequestsKeyAtTheTimeOfTheDecision() {
        story.presenceOf("anna", "Available");

        story.request(story.ask("r1", "anna"));

        var record = story.answers().getFirst();
        assertThat(record.key()).isEqualTo(DESK);
        assertThat(record.getRecordTime()).isEqualTo(story.now());
        assertThat(record.value().getDecidedAt()).isEqualTo(story.now());
    }

    @Test
    void tellsOperationsOfAFallbackWithItsCause() {
        story.teams.presence(
                account("anna"), new Outcome.Failed<>(new GraphFailure.Unreachable(503, "req-1")));

        story.request(story.ask("r1", "anna"));

        assertThat(story.onlyAnswer().getFallbacks())
                .extracting(Fallback::getReason)
                .containsExactly(Reason.TEAMS_UNREACHABLE);
        var fallback = story.fallbacks().getFirst();
        assertThat(fallback.getReason()).isEqualTo(Reason.TEAMS_UNREACHABLE);
        assertThat(fallback.getGraphStatus()).isEqualTo(503);
        assertThat(fallback.getGraphRequestId()).isEqualTo("req-1");
        assertThat(fallback.getAffectedCandidates()).isEqualTo(1);
    }

    @Test
    void answersAtTheDeadlineWithWhatIsKnownWhenTeamsIsSilent() {
        story.presenceOf("anna", "Away"); // and nothing of ben

        story.request(story.ask("r1", "anna", "ben"));
        assertThat(story.answers()).isEmpty();
        story.advance(Duration.ofSeconds(2));

        var answer = story.onlyAnswer();
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS_PARTIAL);
        assertThat(answer.getCandidates())
                .extracting(CandidateVerdict::getPresence)
                .containsExactly(PresenceVerdict.ON_BREAK, PresenceVerdict.NO_SIGNAL);
        assertThat(answer.getFallbacks())
                .extracting(Fallback::getReason)
                .containsExactly(Reason.TEAMS_TIMEOUT);
        assertThat(answer.getLate()).isFalse();
    }

    @Test
    void decidesByAPresenceThatIsReadAgainWhileTheRotaIsSilent() {
        story.presenceOf("anna", "Away");
        story.request(patient(ROTA_TEAM));
        story.advance(Duration.ofSeconds(18));
        story.presenceOf("anna", "Busy");

        story.advance(Duration.ofSeconds(1)); // a second before the deadline
        story.advance(Duration.ofSeconds(1));

        var anna = story.onlyAnswer().getCandidates().getFirst();
        assertThat(anna.getPresence()).isEqualTo(PresenceVerdict.WORKING);
        assertThat(anna.getPresenceAgeMillis()).isLessThanOrEqualTo(5_000);
    }

    @Test
    void decidesByNothingThatIsTooOldAndCannotBeReadAgain() {
        story.presenceOf("anna", "Away");
        story.request(patient(ROTA_TEAM));
        story.teams.forgetPresences();

        story.advance(Duration.ofSeconds(19));
        story.advance(Duration.ofSeconds(1));

        var answer = story.onlyAnswer();
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.PSA_ONLY);
        assertThat(answer.getCandidates().getFirst().getPresence())
                .isEqualTo(PresenceVerdict.NO_SIGNAL);
        assertThat(answer.getCandidates().getFirst().getBlocked()).isFalse();
        assertThat(answer.getFallbacks())
                .extracting(Fallback::getReason)
                .containsExactly(Reason.TEAMS_TIMEOUT);
    }

    @Test
    void decidesAtOnceWhereOnlyOldPresencesAreGiven() {
        story.presenceOf("anna", "Away");
        story.advance(Duration.ofSeconds(7));

        story.request(story.ask("r1", "anna"));

        assertThat(story.onlyAnswer().getCandidates().getFirst().getPresence())
                .isEqualTo(PresenceVerdict.NO_SIGNAL);
    }

    /** A request that waits for 20 s, for work that starts now. */
    private DispatchRequested patient(String rotaTeam) {
        return DispatchRequested.newBuilder(story.ask("r1", "anna"))
                .setRespondBy(story.now().plusSeconds(20))
                .setTeamsAvailability(new TeamsAvailabilitySettings(true, List.of(rotaTeam), null))
                .build();
    }

    @Test
    void asksNothingAndTellsOperationsNothingWhenTheToggleIsOff() {
        var request =
                DispatchRequested.newBuilder(story.ask("r1", "anna"))
                        .setTeamsAvailability(new TeamsAvailabilitySettings(false, List.of(), null))
                        .build();

        story.request(request);

        assertThat(reasonOf("r1")).isEqualTo(Reason.TOGGLE_OFF);
        assertThat(story.fallbacks()).isEmpty();
        assertThat(story.teams.inquiries()).isZero();
    }

    @Test
    void answersADeskWithoutATenantAndOneWithoutConsentByTheirReason() {
        story.publish(Topics.SERVICE_DESK_CONNECTION, DESK, null);
        story.request(story.ask("r1", "anna"));
        assertThat(reasonOf("r1")).isEqualTo(Reason.TEAMS_NOT_CONNECTED);

        story.connect(DESK, ConsentState.PENDING);
        story.request(story.ask("r2", "anna"));
        assertThat(reasonOf("r2")).isEqualTo(Reason.CONSENT_PENDING);

        story.connect(DESK, ConsentState.REVOKED);
        story.request(story.ask("r3", "anna"));
        assertThat(reasonOf("r3")).isEqualTo(Reason.CONSENT_REVOKED);
        assertThat(story.teams.inquiries()).isZero();
    }

    @Test
    void seesNoMappingOfAnotherDesk() {
        story.map("fabrikam", "dora");
        story.presenceOf("dora", "Available");

        story.request(story.ask("r1", "dora"));

        assertThat(reasonOf("r1")).isEqualTo(Reason.NO_CANDIDATES_MAPPED);
    }

    @Test
    void countsAMappingIntoAnotherTenantAsNone() {
        var elsewhere =
                org.teamsavailability.schemas.TechnicianMapping.newBuilder(
                                story.mapping(DESK, "anna"))
                        .setMicrosoftTenantId("22222222-2222-4222-8222-222222222222")
                        .build();
        story.publish(Topics.TECHNICIAN_MAPPING, DESK + "/anna", elsewhere);

        story.request(story.ask("r1", "anna"));

        assertThat(reasonOf("r1")).isEqualTo(Reason.NO_CANDIDATES_MAPPED);
    }

    @Test
    void forgetsARemovedMapping() {
        story.publish(Topics.TECHNICIAN_MAPPING, DESK + "/anna", null);

        story.request(story.ask("r1", "anna"));

        assertThat(reasonOf("r1")).isEqualTo(Reason.NO_CANDIDATES_MAPPED);
    }

    @Test
    void ignoresRowsItCannotUseAndKeepsTheRowsBefore() {
        story.presenceOf("anna", "Available");
        story.publishBytes(Topics.TECHNICIAN_MAPPING, DESK + "/anna", new byte[] {1, 2, 3});
        story.publish(Topics.TECHNICIAN_MAPPING, DESK + "/anna", story.mapping("fabrikam", "anna"));
        story.publishBytes(Topics.SERVICE_DESK_CONNECTION, DESK, new byte[0]);
        story.publishBytes(Topics.SERVICE_DESK_CONNECTION, null, new byte[] {7});

        story.request(story.ask("r1", "anna"));

        assertThat(story.onlyAnswer().getSource()).isEqualTo(AvailabilitySource.TEAMS);
        assertThat(story.meters.counter("ignored").count()).isEqualTo(4);
    }

    @Test
    void answersAnInvalidRequestUnderItsKeySayingWhatIsWrong() {
        story.request("another-desk", story.ask("r1", "anna"));
        var misplaced = story.answers().getFirst();
        assertThat(misplaced.key()).isEqualTo("another-desk");
        assertThat(misplaced.value().getFallbacks().getFirst().getReason())
                .isEqualTo(Reason.INVALID_REQUEST);
        assertThat(misplaced.value().getFallbacks().getFirst().getMessage())
                .contains("the id of its service desk");

        story.request(
                DispatchRequested.newBuilder(story.ask("r2", "anna"))
                        .setMode(DispatchMode.UNKNOWN)
                        .build());
        assertThat(reasonOf("r2")).isEqualTo(Reason.INVALID_REQUEST);

        story.request(
                DispatchRequested.newBuilder(story.ask("r3", "anna"))
                        .setTeamsAvailability(
                                new TeamsAvailabilitySettings(true, List.of("not-a-guid"), null))
                        .build());
        assertThat(reasonOf("r3")).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(story.teams.inquiries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_796_020_000L, 1_796_020_000_000_000L})
    void answersATimeToRespondByThatIsNotInMillisecondsAsInvalid(long respondBy) {
        story.request(
                DispatchRequested.newBuilder(story.ask("r1", "anna"))
                        .setRespondBy(Instant.ofEpochMilli(respondBy))
                        .build());

        var fallback = story.onlyAnswer().getFallbacks().getFirst();
        assertThat(fallback.getReason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(fallback.getMessage())
                .contains("the time to respond by is " + Instant.ofEpochMilli(respondBy))
                .contains("milliseconds");
    }

    @Test
    void findsAMappingWithoutTheWhiteSpaceAroundAnIdAndRepeatsTheIdAsWritten() {
        story.presenceOf("anna", "Away");

        story.request(story.ask("r1", "\u00a0anna \t"));

        var verdict = story.onlyAnswer().getCandidates().getFirst();
        assertThat(verdict.getTechnicianId()).isEqualTo("\u00a0anna \t");
        assertThat(verdict.getPresence()).isEqualTo(PresenceVerdict.ON_BREAK);
    }

    @Test
    void countsAnIdWithInvisibleCharactersAsUnmappedAndJudgesTheOthers() {
        story.map(DESK, "an\u200bna");
        story.presenceOf("an\u200bna", "Away");
        story.presenceOf("anna", "Available");

        story.request(story.ask("r1", "an\u200bna", "anna"));

        assertThat(story.onlyAnswer().getCandidates())
                .extracting(CandidateVerdict::getPresence)
                .containsExactly(PresenceVerdict.UNMAPPED, PresenceVerdict.WORKING);
    }

    @Test
    void sendsUnanswerableRequestsToTheDeadLettersAndContinues() {
        story.presenceOf("anna", "Available");
        story.request(null, story.ask("r1", "anna"));
        story.request(DESK, null);
        story.requestBytes(DESK, new byte[] {0, 0, 0});

        story.request(story.ask("r2", "anna"));

        var letters = story.deadLetters();
        assertThat(letters).hasSize(3);
        for (var letter : letters) {
            assertThat(letter.headers().lastHeader("__streams.errors.message").value())
                    .isNotEmpty();
            assertThat(letter.headers().lastHeader("__streams.errors.topic").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(Topics.DISPATCH_REQUESTED.name());
        }
        assertThat(letters.get(2).value()).containsExactly(0, 0, 0);
        assertThat(story.onlyAnswer().getRequestId()).isEqualTo("r2");
    }

    @Test
    void keepsOfARecordThatIsTooLongOnlyWhereItLiesAndWhy() {
        story.presenceOf("anna", "Available");
        story.request(
                DispatchRequested.newBuilder(story.ask("r1", "anna"))
                        .setWorkflowId("w".repeat(1_400_000))
                        .build());
        story.requestBytes(DESK, new byte[1_400_000]);

        story.request(story.ask("r2", "anna"));

        var letters = story.deadLetters();
        assertThat(letters).hasSize(2);
        for (var letter : letters) {
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isNull();
            assertThat(letter.headers().lastHeader("__streams.errors.offset")).isNotNull();
        }
        assertThat(letters.getFirst().headers().lastHeader("__streams.errors.message").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "The record is longer than 1280 KiB: name fewer candidates, or use shorter"
                                + " ids and texts");
        assertThat(story.onlyAnswer().getRequestId()).isEqualTo("r2");
    }

    private Reason reasonOf(String requestId) {
        var answer = story.onlyAnswer();
        assertThat(answer.getRequestId()).isEqualTo(requestId);
        assertThat(answer.getFallbacks()).hasSize(1);
        return answer.getFallbacks().getFirst().getReason();
    }
}

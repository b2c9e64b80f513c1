package org.teamsavailability.enricher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts people read, as they read them. */
class TextsTest {

    private static final Obstacle UNREACHABLE = Obstacle.of(Reason.TEAMS_UNREACHABLE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ON_BREAK | NOT_CONSULTED | true | NEUTRAL | On a break in Teams, and the work"
                        + " would start within 2 hours, so skipped for this slot.",
                "ON_BREAK | COVERS_SLOT | true | PREFERRED | On a break in Teams, and the work"
                        + " would start within 2 hours, so skipped for this slot; a shift covers"
                        + " the slot.",
                "ON_BREAK | NO_SIGNAL | true | NEUTRAL | On a break in Teams, and the work would"
                        + " start within 2 hours, so skipped for this slot.",
                "ON_BREAK | NOT_CONSULTED | false | NEUTRAL | On a break in Teams now, but the"
                        + " work would start more than 2 hours from now, so still considered for"
                        + " this slot.",
                "ON_BREAK | TIME_OFF | false | DEPRIORITIZED | On a break in Teams now, but the"
                        + " work would start more than 2 hours from now, so still considered for"
                        + " this slot; time off overlaps the slot, so ranked lower.",
                "WORKING | NOT_CONSULTED | false | NEUTRAL | Working according to Teams, so"
                        + " considered for this slot.",
                "WORKING | COVERS_SLOT | false | PREFERRED | Working according to Teams, so"
                        + " considered for this slot; a shift covers the slot, so preferred.",
                "WORKING | COVERS_START_ONLY | false | NEUTRAL | Working according to Teams, so"
                        + " considered for this slot; a shift covers the start of the slot but not"
                        + " its end, so neither preferred nor ranked lower.",
                "WORKING | ON_SHIFT_OTHER_TIME | false | NEUTRAL | Working according to Teams, so"
                        + " considered for this slot; the shift is at another time, so neither"
                        + " preferred nor ranked lower.",
                "WORKING | OFF_ROTA | false | DEPRIORITIZED | Working according to Teams, so"
                        + " considered for this slot; likely off rota, with no shift in the"
                        + " planning window, so ranked lower.",
                "WORKING | OFF_ROTA | false | NEUTRAL | Working according to Teams, so considered"
                        + " for this slot; likely off rota, with no shift in the planning window,"
                        + " so neither preferred nor ranked lower.",
                "WORKING | NO_SIGNAL | false | NEUTRAL | Working according to Teams, so considered"
                        + " for this slot; no rota signal from Teams.",
                "NO_SIGNAL | NOT_CONSULTED | false | NEUTRAL | No presence signal from Teams, so"
                        + " judged on the other criteria only.",
                "NO_SIGNAL | NO_SIGNAL | false | NEUTRAL | No presence and no rota signal from"
                        + " Teams, so judged on the other criteria only.",
                "NO_SIGNAL | COVERS_SLOT | false | PREFERRED | No presence signal from Teams, so"
                        + " judged without it; a shift covers the slot, so preferred.",
                "UNMAPPED | UNMAPPED | false | NEUTRAL | Not mapped to a Microsoft user, so judged"
                        + " on the other criteria only.",
                "UNMAPPED | NOT_CONSULTED | false | NEUTRAL | Not mapped to a Microsoft user, so"
                        + " judged on the other criteria only.",
                "NOT_CONSULTED | UNMAPPED | false | NEUTRAL | Not mapped to a Microsoft user, so"
                        + " judged on the other criteria only.",
                "NOT_CONSULTED | NOT_CONSULTED | false | NEUTRAL | Teams was not consulted, so"
                        + " judged on the other criteria only.",
                "NOT_CONSULTED | NO_SIGNAL | false | NEUTRAL | No rota signal from Teams, so"
                        + " judged on the other criteria only.",
                "NOT_CONSULTED | TIME_OFF | false | DEPRIORITIZED | Teams presence was not"
                        + " consulted; time off overlaps the slot, so ranked lower.",
            })
    void everyVerdictHasItsSentence(
            PresenceVerdict presence,
            RotaVerdict rota,
            boolean blocked,
            Preference preference,
            String sentence) {
        Explanations explanations = new Explanations(Policy.byDefault(Duration.ofHours(2)));

        assertThat(explanations.of(presence, rota, blocked, preference)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, 2 hours", "PT1H, 1 hour", "PT24H, 24 hours", "PT30M, 30 minutes",
        "PT1M, 1 minute", "PT90M, 90 minutes", "PT45S, 45 seconds", "PT0S, 0 minutes",
    })
    void theImminentWindowIsSpoken(Duration window, String words) {
        Policy policy = new Policy(window, Map.of(), false, false, false);

        assertThat(
                        new Explanations(policy)
                                .of(
                                        PresenceVerdict.ON_BREAK,
                                        RotaVerdict.NOT_CONSULTED,
                                        true,
                                        Preference.NEUTRAL))
                .contains("start within " + words + ", so");
    }

    @Test
    void theMessageThatUsersKnowIsVerbatim() {
        Answer answer = Story.of("anna").unmapped("anna").answer();

        String message =
                "Teams availability is enabled, but none of the candidate technicians are mapped to"
                        + " a Microsoft user — dispatch used PSA-only availability.";
        assertThat(answer.fallbacks().getFirst().message()).isEqualTo(message);
        assertThat(answer.runOutput()).isEqualTo(message);
        assertThat(answer.fallbacks().getFirst().remedy()).startsWith("Run auto-map");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAMessageAndARemedy(Reason reason) {
        Fallback fallback = fallback(reason);

        assertThat(fallback.reason()).isEqualTo(reason);
        assertThat(fallback.message())
                .startsWith("Teams availability is ")
                .endsWith(" — dispatch used PSA-only availability.");
        assertThat(fallback.remedy()).matches("[A-Z].*\\.").doesNotContain("  ", "..");
    }

    @Test
    void theMessageSaysWhatWasUsedAfterAll() {
        Story story =
                Story.of("anna", "ben")
                        .working("anna")
                        .presenceFails("ben", UNREACHABLE)
                        .rotaTeams("T1")
                        .rotaFails("T1", UNREACHABLE);

        assertThat(story.answer().fallbacks().getFirst().message())
                .isEqualTo(
                        "Teams availability is enabled, but the presence of some candidates and the"
                                + " rota could not be read because Microsoft could not be reached"
                                + " or did not answer properly — dispatch used what could be read"
                                + " from Teams, and PSA availability for the rest.");
    }

    @Test
    void teamsWithoutAScheduleAreCountedAndTheRemedyNamesThem() {
        Obstacle unprovisioned = Obstacle.of(Reason.ROTA_NOT_PROVISIONED);
        Story story = Story.of("anna").working("anna").rotaTeams("T1", "T2", "T3");
        story.rotaFails("T1", unprovisioned).rotaFails("T3", unprovisioned).rotaIsRead("T2");

        Fallback fallback = story.answer().fallbacks().getFirst();

        assertThat(fallback.message())
                .contains("a part of the rota could not be read because 2 rota teams have no");
        assertThat(fallback.remedy()).contains("the Shifts app of T1 and T3, or");
    }

    @Test
    void theRunOutputSaysWhatWasUsed() {
        Story story =
                Story.of("anna", "ben", "cara", "dan", "eve")
                        .proposed("dan", "15:00")
                        .onBreak("anna")
                        .working("ben")
                        .seen("cara", "PresenceUnknown")
                        .onBreak("dan")
                        .unmapped("eve")
                        .rotaTeams("T1")
                        .shift("T1", "ben", "08:00/16:00");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Dispatch used presence and the rota from Teams for 5 candidates: 1 on a"
                                + " break and skipped, 1 on a break but not skipped, 1 working, 1"
                                + " without a presence signal, 1 not mapped to a Microsoft user, 1"
                                + " preferred by the rota and 3 ranked lower by the rota.");
    }

    @Test
    void theRunOutputSaysWhatWasNotUsedAndWhy() {
        Story story = Story.of("anna").working("anna").rotaTeams("T1").rotaFails("T1", UNREACHABLE);

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Dispatch used presence from Teams for 1 candidate: 1 working. The rota"
                                + " could not be read because Microsoft could not be reached or"
                                + " did not answer properly, so dispatch used PSA availability for"
                                + " that.");
    }

    @Test
    void theRunOutputNamesEveryReasonWhereNothingWasUsed() {
        Story story = Story.of("anna").presenceFails("anna", UNREACHABLE).rotaTeams("T1");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Teams availability is enabled, but presence could not be read because"
                                + " Microsoft could not be reached or did not answer properly, and"
                                + " the rota could not be read because Microsoft did not answer in"
                                + " time — dispatch used PSA-only availability.");
    }

    private static Fallback fallback(Reason reason) {
        if (reason.isFinal()) {
            return Story.of("anna").answer(Plan.settled(reason)).fallbacks().getFirst();
        }
        Story story = Story.of("anna").rotaTeams("T1");
        if (reason == Reason.SHIFTS_NOT_IN_THIS_CLOUD) {
            story.inCloudWithoutShifts();
        } else if (reason == Reason.ROTA_NOT_PROVISIONED) {
            story.rotaFails("T1", Obstacle.of(reason));
        } else {
            story.presenceFails("anna", Obstacle.of(reason)).rotaFails("T1", Obstacle.of(reason));
        }
        return story.answer().fallbacks().getLast();
    }
}

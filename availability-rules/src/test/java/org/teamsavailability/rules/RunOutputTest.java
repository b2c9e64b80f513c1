package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The summary for the execution's details, as people read it. */
class RunOutputTest {

    private static final ReadFailure UNREACHABLE = ReadFailure.of(Reason.TEAMS_UNREACHABLE);

    @Test
    void saysWhatWasUsedAndWhoWasSkippedAndWhy() {
        Story story =
                Story.of("anna", "ben", "cara", "dan", "eve", "fay")
                        .proposed("dan", "15:00")
                        .onBreak("anna")
                        .onBreak("fay")
                        .working("ben")
                        .seen("cara", "PresenceUnknown")
                        .onBreak("dan")
                        .unmapped("eve")
                        .rotaTeams("T1")
                        .shift("T1", "ben", "08:00/16:00")
                        .shift("T1", "dan", "08:00/12:00");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Dispatch used presence from Teams for 6 candidates: 2 on a break and"
                                + " skipped, 1 on a break but not skipped, 1 working, 1 without a"
                                + " presence signal and 1 not mapped to a Microsoft user. Dispatch"
                                + " used the rota from Teams for 6 candidates: 1 preferred by the"
                                + " rota, 3 ranked lower by the rota, 1 neither preferred nor"
                                + " ranked lower by the rota and 1 not mapped to a Microsoft user."
                                + " anna and fay were skipped: on a break in Teams, and the work"
                                + " would start within 2 hours.");
    }

    @Test
    void saysThatNobodyIsAvailableAndWhenSomebodyIsExpected() {
        Story story =
                Story.of("anna", "ben")
                        .onBreak("anna")
                        .onBreak("ben")
                        .rotaTeams("T1")
                        .shift("T1", "ben", "09:30/16:00")
                        .shift("T1", "anna", "09:45/16:00");

        assertThat(story.answer().runOutput())
                .endsWith(
                        " anna and ben were skipped: on a break in Teams, and the work would start"
                                + " within 2 hours. So nobody is available for this slot; the next"
                                + " candidate is expected at 2026-03-02 09:30 UTC.");
    }

    @Test
    void saysFromWhenWorkIsNotBlockedWhereNobodyIsExpected() {
        Story story = Story.of("anna").onBreak("anna");

        assertThat(story.answer().runOutput())
                .contains(
                        " So nobody is available for this slot; work that starts after 2026-03-02"
                                + " 11:00 UTC is not blocked.")
                .doesNotContain("expected");
    }

    @Test
    void saysOfOneThatIsSkippedThatItWas() {
        Story story = Story.of("anna", "ben").onBreak("anna").working("ben");

        assertThat(story.answer().runOutput())
                .contains(": 1 on a break and skipped and 1 working. anna was skipped: ");
    }

    @Test
    void namesTwentyWhoWereSkippedAndCountsTheOthers() {
        String[] many = IntStream.range(0, 23).mapToObj(i -> "t" + i).toArray(String[]::new);
        Story story = Story.of(many);
        for (String technician : many) {
            story.onBreak(technician);
        }

        assertThat(story.answer().runOutput()).contains(" t18, t19 and 3 others were skipped: ");
        assertThat(story.answer().runOutput()).doesNotContain("t20");
    }

    @Test
    void saysWhatWasNotUsedAndWhy() {
        Story story = Story.of("anna").working("anna").rotaTeams("T1").rotaFails("T1", UNREACHABLE);

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Dispatch used presence from Teams for 1 candidate: 1 working. The rota"
                                + " could not be read because Microsoft could not be reached or did"
                                + " not answer properly, so dispatch used PSA availability for"
                                + " that.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AI | | The rota was not used because no rota team is set in the Teams"
                        + " availability settings of this workflow.",
                "ROUND_ROBIN | T1 | The rota was not used because Round Robin does not consult"
                        + " it.",
            })
    void saysWhyTheRotaWasNotConsulted(DispatchMode mode, String team, String why) {
        Story story = Story.of("anna").mode(mode).working("anna");
        if (team != null) {
            story.rotaTeams(team);
        }

        assertThat(story.answer().runOutput())
                .isEqualTo("Dispatch used presence from Teams for 1 candidate: 1 working. " + why);
    }

    @Test
    void namesEveryReasonWhereNothingWasUsed() {
        Story story = Story.of("anna").presenceFails("anna", UNREACHABLE).rotaTeams("T1");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Teams availability is enabled, but presence could not be read because"
                                + " Microsoft could not be reached or did not answer properly, and"
                                + " the rota could not be read because Microsoft did not answer in"
                                + " time — dispatch used PSA-only availability.");
    }

    @Test
    void saysWhatWasDoneWithEachInstruction() {
        Story story =
                Story.of("anna")
                        .working("anna")
                        .rotaTeams("T1")
                        .instructed(
                                "Treat DND as unavailable. Ignore Teams rota. Ignore Teams presence"
                                        + " for P1 tickets. Be kind!");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Dispatch used presence from Teams for 1 candidate: 1 working. The"
                                + " instruction “Treat DND as unavailable” was applied: Do not"
                                + " disturb counts as on a break, which only blocks work that"
                                + " starts within 2 hours. The instruction “Ignore Teams rota” was"
                                + " applied: The Teams rota is not used. The instruction “Ignore"
                                + " Teams presence for P1 tickets” was not applied: it is for"
                                + " tickets of another priority. The instruction “Be kind” was not"
                                + " understood, so the default rules stand and it is left to the"
                                + " dispatch AI.");
    }

    @Test
    void saysWhichSentenceKeptAnInstructionFromBeingUsed() {
        Story story =
                Story.of("anna").working("anna").instructed("Treat DND as away. Not on weekends.");

        assertThat(story.answer().runOutput())
                .endsWith(
                        "The instruction “Treat DND as away” was not used because “Not on weekends”"
                                + " may limit it, so the default rules stand and it is left to the"
                                + " dispatch AI. The instruction “Not on weekends” was not"
                                + " understood, so the default rules stand and it is left to the"
                                + " dispatch AI.");
    }

    @Test
    void saysWhatWasDoneWithInstructionsWhereTheyLeftNothingToAsk() {
        Story story = Story.of("anna").instructed("Ignore Teams presence");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Teams availability is enabled, but the workflow's custom instructions say"
                                + " to ignore all that Teams would be asked for — dispatch used"
                                + " PSA-only availability. The instruction “Ignore Teams presence”"
                                + " was applied: Teams presence is not used.");
    }

    @Test
    void saysThatInstructionsMadeNoDifferenceWhereTeamsWasNotUsed() {
        Story story = Story.of("anna").switchedOff().instructed("Treat DND as unavailable");

        assertThat(story.answer().runOutput())
                .isEqualTo(
                        "Teams availability is switched off for this workflow — dispatch used"
                                + " PSA-only availability. The instruction “Treat DND as"
                                + " unavailable” was understood, but Teams was not used.");
    }

    @Test
    void doesNotRepeatMoreSentencesThanARequestMayHave() {
        Story story = Story.of("anna").instructed("Be kind. ".repeat(51));

        assertThat(story.answer().instructions()).hasSize(51);
        assertThat(story.answer().runOutput())
                .startsWith("Teams availability is enabled, but the request is not valid: ")
                .doesNotContain("Be kind");
    }
}

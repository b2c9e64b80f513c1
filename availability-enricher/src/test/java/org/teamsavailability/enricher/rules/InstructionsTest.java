package org.teamsavailability.enricher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instructions change, and what is said of each. */
class InstructionsTest {

    @ParameterizedTest(name = "{0} → {1}/{2} is {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Treat Do not disturb as unavailable | DoNotDisturb | Presenting | ON_BREAK",
                "Treat Do not disturb as unavailable | doNotDisturb | doNotDisturb | ON_BREAK",
                "Treat Do not disturb as unavailable | Busy | InACall | WORKING",
                "Treat In a call as unavailable | Busy | InACall | ON_BREAK",
                "Treat In a call as unavailable | inACall | busy | ON_BREAK",
                "Treat In a call as unavailable | InACall | null | ON_BREAK",
                "Treat In a meeting as unavailable | Busy | InAMeeting | ON_BREAK",
                "Treat In a meeting as unavailable | Busy | InAConferenceCall | ON_BREAK",
                "Treat In a meeting as unavailable | Busy | InACall | WORKING",
                "Treat Focusing as unavailable | DoNotDisturb | Focusing | ON_BREAK",
                "Treat Presenting as unavailable | doNotDisturb | presenting | ON_BREAK",
                "Treat Busy as unavailable | BusyIdle | Busy | ON_BREAK",
                "Treat Busy as unavailable | Available | Busy | WORKING",
                "Treat Available as unavailable | AvailableIdle | Inactive | ON_BREAK",
                "Treat Idle as unavailable | AvailableIdle | Inactive | ON_BREAK",
                "Treat Idle as unavailable | BusyIdle | Busy | ON_BREAK",
                "Treat Idle as unavailable | Available | Available | WORKING",
                "Treat Be right back as unavailable | BeRightBack | BeRightBack | ON_BREAK",
                "Treat Away as available | Away | Away | WORKING",
                "Treat Away as available | Offline | Away | ON_BREAK",
                "Treat Offline as available | Offline | OffWork | WORKING",
                "Treat Busy as available | Busy | OutOfOffice | ON_BREAK",
                "Treat Out of office as available | Busy | OutOfOffice | WORKING",
                "Treat Out of office as available | Away | OutOfOffice | WORKING",
                "Treat Out of office as available. Treat Busy as away | Busy | OutOfOffice"
                        + " | WORKING",
                "Treat Out of office as away. Treat Out of office as available | Busy | OutOfOffice"
                        + " | WORKING",
                "Treat In a call as available. Treat Busy as away | Busy | InACall | WORKING",
                "Treat Busy as away. Treat In a call as available | Busy | InACall | WORKING",
                "Treat Idle as away. Treat Busy as available | BusyIdle | Busy | ON_BREAK",
                "Treat Available as away. Treat Idle as available | AvailableIdle | null | WORKING",
                "Treat Idle as available. Treat In a call as away | BusyIdle | InACall | ON_BREAK",
                "Treat Busy as away. Treat Busy as working | Busy | Busy | WORKING",
                "Treat Busy as working; treat Busy, Away as away | Busy | Busy | ON_BREAK",
                "Treat Presenting as away. Treat In a call as working | presenting | InACall"
                        + " | WORKING",
                "Treat In a call as working. Treat Presenting as away | presenting | InACall"
                        + " | ON_BREAK",
                "Treat In a call as away | PresenceUnknown | InACall | ON_BREAK",
                "Treat Busy as away | PresenceUnknown | PresenceUnknown | NO_SIGNAL",
                "Treat Busy as away for P1 tickets | Busy | Busy | WORKING",
                "Treat Busy as away for P3 tickets | Busy | Busy | ON_BREAK",
                "Treat Busy as away for priority 3 tickets | Busy | Busy | ON_BREAK",
            })
    void changeWhatAStateMeans(
            String instructions,
            String availability,
            @Nullable String activity,
            PresenceVerdict verdict) {
        Story story = Story.of("anna").instructed(instructions);

        assertThat(story.seen("anna", availability, activity).verdict().presence())
                .isEqualTo(verdict);
    }

    @Test
    void outOfOfficeBesideAnotherStateIsDecidedFirst() {
        Story story =
                Story.of("anna")
                        .instructed("Treat Busy as available. Treat OOO as available")
                        .outOfOffice("anna", "Away");

        assertThat(story.verdict().presence()).isEqualTo(PresenceVerdict.WORKING);
    }

    @Test
    void presenceThatIsIgnoredIsNotAskedFor() {
        Story story =
                Story.of("anna", "ben")
                        .unmapped("ben")
                        .instructed("Ignore Teams presence")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00");

        assertThat(story.plan(null, false))
                .isInstanceOfSatisfying(
                        Plan.Ask.class,
                        ask -> {
                            assertThat(ask.presence()).isFalse();
                            assertThat(ask.rotaTeams()).containsExactly("T1");
                        });
        assertThat(story.answer().verdicts())
                .extracting(Verdict::presence)
                .containsOnly(PresenceVerdict.NOT_CONSULTED);
        assertThat(story.verdict().rota()).isEqualTo(RotaVerdict.COVERS_SLOT);
        assertThat(story.answer().source()).isEqualTo(AvailabilitySource.TEAMS);
    }

    @Test
    void aRotaThatIsIgnoredIsNotAskedFor() {
        Story story =
                Story.of("anna")
                        .onBreak("anna")
                        .instructed("Ignore Teams rota")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00");

        assertThat(story.plan(null, false))
                .isInstanceOfSatisfying(
                        Plan.Ask.class, ask -> assertThat(ask.rotaTeams()).isEmpty());
        assertThat(story.verdict().rota()).isEqualTo(RotaVerdict.NOT_CONSULTED);
        assertThat(story.verdict().preference()).isEqualTo(Preference.NEUTRAL);
        assertThat(story.verdict().blocked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ignore Teams presence, ROUND_ROBIN, PRESENCE",
        "Ignore Teams presence. Ignore Teams shifts, AI, BOTH",
    })
    void whereAllIsIgnoredTheAnswerIsFinal(String text, DispatchMode mode, Signal signal) {
        Story story = Story.of("anna").mode(mode).rotaTeams("T1").instructed(text);

        assertThat(story.answer().fallbacks())
                .singleElement()
                .satisfies(fallback -> {
                    assertThat(fallback.reason()).isEqualTo(Reason.IGNORED_BY_INSTRUCTION);
                    assertThat(fallback.signal()).isEqualTo(signal);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "30 minutes, 09:30, true",
        "30 minutes, 09:31, false",
        "24 hours, 2026-03-03T09:00:00Z, true",
        "24 hours, 2026-03-03T09:00:01Z, false",
        "1 minutes, 09:01, true",
        "1 minutes, 09:02, false",
    })
    void changeHowSoonWorkHasToStart(String window, String slot, boolean blocked) {
        Story story =
                Story.of("anna")
                        .onBreak("anna")
                        .proposed(slot)
                        .instructed("Only block work starting within " + window);

        assertThat(story.verdict().blocked()).isEqualTo(blocked);
    }

    @Test
    void theLaterWindowWins() {
        Story story =
                Story.of("anna")
                        .onBreak("anna")
                        .proposed("10:00")
                        .instructed(
                                "Only block work starting within 3 hours. Only block work starting"
                                        + " within 30 minutes");

        assertThat(story.verdict().blocked()).isFalse();
    }

    @Test
    void beingOffRotaCostsNothingWhereItIsSaid() {
        Story story =
                Story.of("anna")
                        .working("anna")
                        .rotaTeams("T1")
                        .rotaIsRead("T1")
                        .instructed("Don’t deprioritize technicians without a shift.");

        assertThat(story.verdict().rota()).isEqualTo(RotaVerdict.OFF_ROTA);
        assertThat(story.verdict().preference()).isEqualTo(Preference.NEUTRAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Treat DND as unavailable. | Treat DND as unavailable | APPLIED"
                        + " | Do not disturb counts as on a break.",
                "Treat Away and OOO as working! | Treat Away and OOO as working | APPLIED"
                        + " | Away and Out of office count as working.",
                "Ignore Teams presence for P3 tickets | Ignore Teams presence for P3 tickets"
                        + " | APPLIED | Teams presence is not used.",
                "Ignore Teams presence for P1 tickets | Ignore Teams presence for P1 tickets"
                        + " | NOT_APPLICABLE | null",
                "Ignore Teams rota | Ignore Teams rota | APPLIED | The Teams rota is not used.",
                "Only block work starting within 90 minutes"
                        + " | Only block work starting within 90 minutes | APPLIED"
                        + " | A break only blocks work that starts within 90 minutes.",
                "Don't deprioritize off-rota technicians"
                        + " | Don't deprioritize off-rota technicians | APPLIED"
                        + " | Having no shift in the planning window does not rank a technician"
                        + " lower.",
                "Prefer Anna? | Prefer Anna | NOT_UNDERSTOOD | null",
            })
    void eachSentenceHasItsOutcome(
            String instructions, String text, InstructionResult outcome, @Nullable String effect) {
        Answer answer = Story.of("anna").working("anna").instructed(instructions).answer();

        assertThat(answer.instructions())
                .containsExactly(new InstructionOutcome(text, outcome, effect));
    }

    @Test
    void aTicketWithoutPriorityMeetsNoCondition() {
        Story story = Story.of("anna").onBreak("anna").priority(null);

        Answer answer = story.instructed("Ignore Teams presence for P3 tickets").answer();

        assertThat(answer.instructions())
                .extracting(InstructionOutcome::outcome)
                .containsExactly(InstructionResult.NOT_APPLICABLE);
        assertThat(answer.verdicts().getFirst().blocked()).isTrue();
    }

    @Test
    void aSentenceThatAnotherOverridesIsStillApplied() {
        Story story =
                Story.of("anna")
                        .seen("anna", "Busy", "InACall")
                        .instructed("Treat Busy as away. Treat In a call as working.");

        assertThat(story.answer().instructions())
                .extracting(InstructionOutcome::outcome)
                .containsExactly(InstructionResult.APPLIED, InstructionResult.APPLIED);
    }

    @Test
    void aFinalAnswerHasTheOutcomesToo() {
        Story story = Story.of("anna").switchedOff().instructed("Treat Busy as away. Be kind");

        assertThat(story.answer().instructions())
                .extracting(InstructionOutcome::outcome)
                .containsExactly(InstructionResult.APPLIED, InstructionResult.NOT_UNDERSTOOD);
    }
}

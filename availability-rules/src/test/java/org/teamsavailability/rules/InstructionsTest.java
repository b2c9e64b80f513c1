package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.InstructionResult;
import org.teamsavailability.rules.instruction.Instructions;

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
    void outOfOfficeNextToAnotherStateIsDecidedFirst() {
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
                        + " | Do not disturb counts as on a break, which only blocks work that"
                        + " starts within 2 hours.",
                "- Skip techs on DND! | Skip techs on DND | APPLIED"
                        + " | Do not disturb counts as on a break, which only blocks work that"
                        + " starts within 2 hours.",
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
                .extracting(
                        InstructionOutcome::text,
                        InstructionOutcome::outcome,
                        InstructionOutcome::effect)
                .containsExactly(tuple(text, outcome, effect));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Treat Busy as away. Treat Busy as working."
                        + " | Busy counts as on a break; overridden by “Treat Busy as working”."
                        + " | Busy counts as working.",
                "Treat Busy and Away as away. Treat Busy as working."
                        + " | Busy and Away count as on a break, which only blocks work that starts"
                        + " within 2 hours; overridden by “Treat Busy as working” for Busy."
                        + " | Busy counts as working.",
                "Treat In a call as working. Treat Busy as away."
                        + " | In a call counts as working."
                        + " | Busy counts as on a break, which only blocks work that starts within"
                        + " 2 hours; overridden by “Treat In a call as working” where In a call"
                        + " holds as well.",
                "Treat Idle as away. Treat Away as working."
                        + " | Idle counts as on a break, which only blocks work that starts within"
                        + " 2 hours."
                        + " | Away counts as working.",
                "Treat Busy as away. Treat Busy as unavailable."
                        + " | Busy counts as on a break, which only blocks work that starts within"
                        + " 2 hours."
                        + " | Busy counts as on a break, which only blocks work that starts within"
                        + " 2 hours.",
                "Only block work starting within 1 hour. Only block work starting within 3 hours."
                        + " | A break only blocks work that starts within 1 hour; overridden by"
                        + " “Only block work starting within 3 hours”."
                        + " | A break only blocks work that starts within 3 hours.",
                "Treat Busy as away. Only block work starting within 30 minutes."
                        + " | Busy counts as on a break, which only blocks work that starts within"
                        + " 30 minutes."
                        + " | A break only blocks work that starts within 30 minutes.",
                "Ignore presence. Treat Busy as away."
                        + " | Teams presence is not used."
                        + " | Busy counts as on a break; overridden by “Ignore presence”.",
                "Don't deprioritize techs without a shift. Ignore rota."
                        + " | Having no shift in the planning window does not rank a technician"
                        + " lower; overridden by “Ignore rota”."
                        + " | The Teams rota is not used.",
            })
    void anInstructionThatAnotherOverridesIsStillAppliedAndSaysSo(
            String instructions, String first, String second) {
        Answer answer = Story.of("anna").rotaTeams("T1").instructed(instructions).answer();

        assertThat(answer.instructions())
                .extracting(InstructionOutcome::outcome)
                .containsOnly(InstructionResult.APPLIED);
        assertThat(answer.instructions())
                .extracting(InstructionOutcome::effect)
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Treat DND as unavailable. Prefer senior technicians for servers.",
                "Treat DND as unavailable\nNever assign two jobs to one technician",
                "Please balance the load\n• Treat DND as unavailable",
                "Be kind. Treat DND as unavailable.",
            })
    void aHarmlessSentenceLimitsNothing(String instructions) {
        assertThat(outcomes(instructions, "P3"))
                .containsExactlyInAnyOrder(
                        InstructionResult.APPLIED, InstructionResult.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ignore Teams presence\nfor P1 tickets",
                "P1 tickets:\n\nIgnore Teams presence",
                "Treat Away as available. (disabled for now)",
                "Treat Away as available. Be kind to all who are Busy.",
                "Treat Away as available. Prefer technicians with a shift.",
                "Treat Away as available. Prefer technicians that the rules above name.",
                "Treat Away as available. # Prefer Anna.",
                "Treat Away as available. /* Prefer Anna */",
                "Treat Away as available. ~~Prefer Anna~~",
                "Treat Away as available. [Prefer Anna.]",
                "Treat Away as available. **(Prefer Anna.)**",
                "Treat Away as available. Prefer: Anna.",
                "Treat Away as available\nBe kind",
                "Treat Away as available. We do this at night.",
                "Treat Away as available. We do this on Fridays.",
                "Treat Away as available. Do this with prio 1.",
                "Treat Away as available. Please always prefer Anna",
                "Notify the manager and\nignore Teams presence",
                "Assign tickets as usual,\nignore Teams presence",
                "Prefer techs who\ntreat Away as available",
                "Treat Away as available. Ignore Teams presence for critical tickets.",
            })
    void aLimitingSentenceLeavesTheWholeTextToTheAi(String instructions) {
        assertThat(outcomes(instructions, "P3")).containsOnly(InstructionResult.NOT_UNDERSTOOD);
    }

    @Test
    void namesTheSentenceThatLimits() {
        Answer answer =
                Story.of("anna")
                        .instructed("Treat Away as available. Be kind. Only at night.")
                        .answer();

        assertThat(answer.instructions())
                .extracting(InstructionOutcome::limitedBy)
                .containsExactly("Only at night", null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "Treat Away as available. Be kind., P3, ",
        "Treat Away as available. Be kind. Only at night., P3, 2",
        "Be kind. Ignore Teams presence. Be kind, P3, 2",
        "Only at night., P3, 0",
        "Ignore presence for critical tickets. Treat Away as available., P3, 0",
        "Ignore presence for critical tickets. Treat Away as available., Critical, ",
    })
    void saysWhichSentenceLeavesTheWholeTextToTheAi(
            String instructions, String priority, @Nullable Integer which) {
        assertThat(Instructions.read(instructions, priority).limiting())
                .isEqualTo(which == null ? OptionalInt.empty() : OptionalInt.of(which));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ignore Teams presence\ntoday.",
                "Ignore Teams presence\nToday!",
                "Ignore Teams presence\n1.",
                "Ignore Teams presence\n- today."
            })
    void theRestOfASentenceOnTheNextLineLimitsIt(String instructions) {
        assertThat(outcomes(instructions, "P3")).containsOnly(InstructionResult.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ignore Teams presence.\nThanks.",
                "Ignore Teams presence\n\nThanks.",
                "Ignore Teams presence;\nthanks.",
                "- Ignore Teams presence\n- Be kind.",
                "Ignore Teams presence\nPrefer seniors"
            })
    void aSentenceOfItsOwnOnTheNextLineLimitsNothing(String instructions) {
        assertThat(outcomes(instructions, "P3"))
                .containsExactly(InstructionResult.APPLIED, InstructionResult.NOT_UNDERSTOOD);
    }

    private static List<InstructionResult> outcomes(String instructions, String priority) {
        return Story.of("anna")
                .priority(priority)
                .instructed(instructions)
                .answer()
                .instructions()
                .stream()
                .map(InstructionOutcome::outcome)
                .toList();
    }

    @Test
    void aFinalAnswerHasTheOutcomesToo() {
        Story story = Story.of("anna").switchedOff().instructed("Treat Busy as away. Be kind.");

        assertThat(story.answer().instructions())
                .extracting(InstructionOutcome::outcome)
                .containsExactly(InstructionResult.APPLIED, InstructionResult.NOT_UNDERSTOOD);
    }
}

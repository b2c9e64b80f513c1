package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.teamsavailability.rules.Preference.DEPRIORITIZED;
import static org.teamsavailability.rules.Preference.NEUTRAL;
import static org.teamsavailability.rules.Preference.PREFERRED;
import static org.teamsavailability.rules.RotaVerdict.COVERS_SLOT;
import static org.teamsavailability.rules.RotaVerdict.NOT_CONSULTED;
import static org.teamsavailability.rules.RotaVerdict.NO_SIGNAL;
import static org.teamsavailability.rules.RotaVerdict.OFF_ROTA;
import static org.teamsavailability.rules.RotaVerdict.ON_SHIFT_OTHER_TIME;
import static org.teamsavailability.rules.RotaVerdict.TIME_OFF;
import static org.teamsavailability.rules.RotaVerdict.UNMAPPED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.rules.instruction.Policy;

class RotaRuleTest {

    private static final ReadFailure TIMEOUT = ReadFailure.of(Reason.TEAMS_TIMEOUT);

    @ParameterizedTest(name = "slot {0}, shift {1}")
    @CsvSource({
        "10:00/11:00, 08:00/16:00, COVERS_SLOT, PREFERRED",
        "10:00/11:00, 10:00/11:00, COVERS_SLOT, PREFERRED",
        "10:00/11:00, 2026-03-01T22:00:00Z/12:00, COVERS_SLOT, PREFERRED",
        "10:00/11:00, 08:00/10:59, COVERS_START_ONLY, NEUTRAL",
        "10:00/11:00, 08:00/10:00, ON_SHIFT_OTHER_TIME, NEUTRAL",
        "10:00/11:00, 10:01/18:00, ON_SHIFT_OTHER_TIME, NEUTRAL",
        "10:00/11:00, 2026-03-03T10:59:00Z/2026-03-03T18:00:00Z, ON_SHIFT_OTHER_TIME, NEUTRAL",
        "10:00/11:00, 2026-03-03T11:00:00Z/2026-03-03T18:00:00Z, OFF_ROTA, DEPRIORITIZED",
        "10:00/11:00, 01:00/09:00, OFF_ROTA, DEPRIORITIZED",
        "10:00/11:00, 01:00/09:01, ON_SHIFT_OTHER_TIME, NEUTRAL",
        "10:00, 08:00/10:30, COVERS_SLOT, PREFERRED",
        "10:00, 08:00/10:00, ON_SHIFT_OTHER_TIME, NEUTRAL",
        "10:00, 10:00/12:00, COVERS_SLOT, PREFERRED",
        "10:00/11:00, 10:00/10:00, NO_SIGNAL, NEUTRAL",
        "10:00/11:00, 12:00/10:00, NO_SIGNAL, NEUTRAL",
        "10:00/11:00, 1999-12-31T20:00:00Z/1999-12-31T23:59:00Z, NO_SIGNAL, NEUTRAL",
        "2026-03-02T22:00:00Z/2026-03-03T02:00:00Z, 20:00/2026-03-03T04:00:00Z, COVERS_SLOT,"
                + " PREFERRED",
    })
    void followsTheTable(String slot, String shift, RotaVerdict rota, Preference preference) {
        Verdict verdict =
                Story.of("anna")
                        .proposed(slot)
                        .rotaTeams("T1")
                        .shift("T1", "anna", shift)
                        .verdict();

        assertThat(verdict.rota()).isEqualTo(rota);
        assertThat(verdict.preference()).isEqualTo(preference);
    }

    @ParameterizedTest(name = "slot {0}, time off {1}")
    @CsvSource({
        "10:00/11:00, 10:30/12:00, TIME_OFF",
        "10:00/11:00, 08:00/10:01, TIME_OFF",
        "10:00/11:00, 08:00/10:00, COVERS_SLOT",
        "10:00/11:00, 11:00/12:00, COVERS_SLOT",
        "10:00/11:00, 2026-02-10T00:00:00Z/2026-03-20T00:00:00Z, TIME_OFF",
        "10:00, 10:00/12:00, TIME_OFF",
        "10:00, 08:00/10:00, COVERS_SLOT",
    })
    void timeOffThatOverlapsTheSlotBeatsAShift(String slot, String timeOff, RotaVerdict rota) {
        Story story =
                Story.of("anna")
                        .proposed(slot)
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00")
                        .timeOff("T1", "anna", timeOff);

        assertThat(story.verdict().rota()).isEqualTo(rota);
        assertThat(story.verdict().preference())
                .isEqualTo(rota == TIME_OFF ? DEPRIORITIZED : PREFERRED);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "08:00/10:30, 10:30/16:00, COVERS_SLOT",
        "10:30/16:00, 08:00/10:30, COVERS_SLOT",
        "08:00/10:45, 10:15/16:00, COVERS_SLOT",
        "08:00/16:00, 09:00/10:30, COVERS_SLOT",
        "08:00/10:30, 10:31/16:00, COVERS_START_ONLY",
    })
    void shiftsThatTouchOrOverlapAreOneAlsoOfTwoTeams(String one, String other, RotaVerdict rota) {
        Story story =
                Story.of("anna")
                        .proposed("10:00/11:00")
                        .rotaTeams("T1", "T2")
                        .shift("T1", "anna", one)
                        .shift("T2", "anna", other);

        assertThat(story.verdict().rota()).isEqualTo(rota);
    }

    /** In Vienna 2026-03-29 has 23 hours and 2026-10-25 has 25. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T21:00:00Z/2026-03-29T05:00:00Z, 2026-03-29T04:59:00Z, COVERS_SLOT",
        "2026-03-28T21:00:00Z/2026-03-29T05:00:00Z, 2026-03-29T05:00:00Z, ON_SHIFT_OTHER_TIME",
        "2026-10-24T20:00:00Z/2026-10-25T05:00:00Z, 2026-10-25T01:30:00Z, COVERS_SLOT",
        "2026-10-24T20:00:00Z/2026-10-25T05:00:00Z, 2026-10-25T05:00:00Z, ON_SHIFT_OTHER_TIME",
    })
    void aShiftOverADaylightSavingChangeIsItsInstants(String shift, String slot, RotaVerdict rota) {
        Story story = Story.of("anna").proposed(slot).rotaTeams("T1").shift("T1", "anna", shift);

        assertThat(story.verdict().rota()).isEqualTo(rota);
    }

    @Test
    void theWindowThatIsNamedIsTheOneThatCounts() {
        Story story =
                Story.of("anna", "ben", "cara")
                        .proposed("10:00/11:00")
                        .planningWindow("12:00/14:00")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "14:00/18:00")
                        .shift("T1", "ben", "13:00/18:00")
                        .shift("T1", "cara", "09:00/11:00");

        assertThat(story.answer().verdicts())
                .extracting(Verdict::rota)
                .containsExactly(OFF_ROTA, ON_SHIFT_OTHER_TIME, COVERS_SLOT);
    }

    @Test
    void oneCandidatesLateSlotWidensTheWindowForAll() {
        Story story =
                Story.of("anna", "ben")
                        .proposed("10:00/11:00")
                        .proposed("ben", "2026-03-05T10:00:00Z/2026-03-05T11:00:00Z")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "2026-03-06T10:00:00Z/2026-03-06T18:00:00Z");

        assertThat(story.verdict().rota()).isEqualTo(ON_SHIFT_OTHER_TIME);
    }

    @Test
    void aCandidatesOwnSlotIsTheOneToBeCovered() {
        Story story =
                Story.of("anna", "ben")
                        .proposed("10:00/11:00")
                        .proposed("ben", "15:00/17:00")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00")
                        .shift("T1", "ben", "08:00/16:00");

        assertThat(story.answer().verdicts())
                .extracting(Verdict::rota)
                .containsExactly(COVERS_SLOT, RotaVerdict.COVERS_START_ONLY);
    }

    @Test
    void anotherPersonsShiftCountsForNobodyElse() {
        Story story = Story.of("anna").rotaTeams("T1").shift("T1", "ben", "08:00/16:00");

        assertThat(story.verdict().rota()).isEqualTo(OFF_ROTA);
    }

    @Test
    void fromAnIncompletePictureOnlyPositiveFindingsStand() {
        Story story =
                Story.of("anna", "ben", "cara", "dan")
                        .proposed("10:00/11:00")
                        .rotaTeams("T1", "T2")
                        .shift("T1", "anna", "08:00/16:00")
                        .shift("T1", "ben", "14:00/22:00")
                        .timeOff("T1", "cara", "00:00/23:00")
                        .rotaFails("T2", TIMEOUT);

        assertThat(story.answer().verdicts())
                .extracting(Verdict::rota)
                .containsExactly(COVERS_SLOT, ON_SHIFT_OTHER_TIME, TIME_OFF, NO_SIGNAL);
        assertThat(story.answer().verdicts().getLast().preference()).isEqualTo(NEUTRAL);
    }

    @Test
    void anUnusableShiftRowOnlyForbidsToConcludeThatItsPersonIsOffTheRota() {
        Story story =
                Story.of("anna", "ben", "cara", "dan", "eve")
                        .proposed("10:00/11:00")
                        .rotaTeams("T1", "T2")
                        .rotaIsRead("T2")
                        .shift("T1", "anna", "08:00/16:00")
                        .shift("T1", "ben", "14:00/22:00")
                        .timeOff("T1", "cara", "00:00/23:00")
                        .unusableShift("T2", "anna")
                        .unusableShift("T2", "ben")
                        .unusableShift("T2", "cara")
                        .unusableShift("T2", "dan");
        List.of("anna", "ben", "cara", "dan", "eve").forEach(story::working);

        assertThat(story.answer().verdicts())
                .extracting(Verdict::rota)
                .containsExactly(COVERS_SLOT, ON_SHIFT_OTHER_TIME, TIME_OFF, NO_SIGNAL, OFF_ROTA);
        assertThat(story.answer().source()).isEqualTo(AvailabilitySource.TEAMS);
    }

    @Test
    void anUnusableTimeOffRowLeavesOnlyTimeOffOfItsPerson() {
        Story story =
                Story.of("anna", "ben", "cara", "dan", "eve", "fay")
                        .proposed("10:00/11:00")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00")
                        .shift("T1", "ben", "08:00/10:30")
                        .shift("T1", "cara", "14:00/22:00")
                        .timeOff("T1", "dan", "00:00/23:00")
                        .shift("T1", "fay", "08:00/16:00")
                        .unusableTimeOff("T1", "anna")
                        .unusableTimeOff("T1", "ben")
                        .unusableTimeOff("T1", "cara")
                        .unusableTimeOff("T1", "dan")
                        .unusableTimeOff("T1", "eve");

        assertThat(story.answer().verdicts())
                .extracting(Verdict::rota)
                .containsExactly(NO_SIGNAL, NO_SIGNAL, NO_SIGNAL, TIME_OFF, NO_SIGNAL, COVERS_SLOT);
    }

    @ParameterizedTest(name = "time off {0}")
    @ValueSource(
            strings = {
                "2026-03-02T12:00:00Z/2026-03-02T10:00:00Z",
                "2026-03-02T10:00:00Z/2026-03-02T10:00:00Z",
                "0001-01-01T00:00:00Z/0001-01-02T00:00:00Z",
            })
    void timeOffThatDoesNotEndAfterItsStartOrEndsTooEarlyIsUnusable(String timeOff) {
        Story story =
                Story.of("anna")
                        .proposed("10:00/11:00")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00")
                        .timeOff("T1", "anna", timeOff);

        assertThat(story.verdict().rota()).isEqualTo(NO_SIGNAL);
    }

    @Test
    void anUnmappedCandidateHasNoRotaAndIsNotPenalised() {
        Verdict verdict =
                Story.of("ben", "anna")
                        .unmapped("ben")
                        .rotaTeams("T1")
                        .shift("T1", "ben", "08:00/16:00")
                        .verdict();

        assertThat(verdict.rota()).isEqualTo(UNMAPPED);
        assertThat(verdict.preference()).isEqualTo(NEUTRAL);
        assertThat(verdict.rotaAgeMillis()).isNull();
    }

    @Test
    void roundRobinDoesNotConsultTheRotaAndNeitherDoesADispatchWithoutRotaTeam() {
        Story roundRobin =
                Story.of("anna").mode(DispatchMode.ROUND_ROBIN).rotaTeams("T1").rotaIsRead("T1");

        assertThat(roundRobin.verdict().rota()).isEqualTo(NOT_CONSULTED);
        assertThat(Story.of("anna").verdict().rota()).isEqualTo(NOT_CONSULTED);
    }

    @Test
    void aPolicyMayLeaveOffRotaTechniciansWhereTheyAre() {
        Policy policy = Policy.byDefault(Duration.ZERO).withOffRotaNeutral();
        Span day = new Span(Story.NOW, Story.NOW.plus(Duration.ofHours(24)));
        RotaRule rule = new RotaRule(new RotaPicture(List.of(), true), day, policy);

        assertThat(rule.preference(OFF_ROTA)).isEqualTo(NEUTRAL);
        assertThat(rule.preference(TIME_OFF)).isEqualTo(DEPRIORITIZED);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SIGNAL", "UNMAPPED", "NOT_CONSULTED"})
    void missingDataChangesNoPreference(RotaVerdict rota) {
        Span day = new Span(Instant.EPOCH, Instant.EPOCH);
        RotaRule rule =
                new RotaRule(
                        new RotaPicture(List.of(), true), day, Policy.byDefault(Duration.ZERO));

        assertThat(rule.preference(rota)).isEqualTo(NEUTRAL);
    }

    @Test
    void concludesNothingButTimeOffWhereLongerTimeOffWasNotRead() {
        Story story =
                Story.of("anna", "ben", "cara", "dan")
                        .proposed("10:00/11:00")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/16:00")
                        .shift("T1", "ben", "10:00/10:30")
                        .timeOff("T1", "cara", "08:00/16:00")
                        .missingTimeOff("T1", ReadFailure.of(Reason.TEAMS_TIMEOUT));
        List.of("anna", "ben", "cara", "dan").forEach(story::working);

        Answer answer = story.answer();

        assertThat(answer.verdicts())
                .extracting(Verdict::rota)
                .containsExactly(NO_SIGNAL, NO_SIGNAL, TIME_OFF, NO_SIGNAL);
        assertThat(answer.source()).isEqualTo(AvailabilitySource.TEAMS_PARTIAL);
        assertThat(answer.fallbacks())
                .extracting(Fallback::reason, Fallback::signal, Fallback::affectedCandidates)
                .containsExactly(tuple(Reason.TEAMS_TIMEOUT, Signal.ROTA, 3));
    }
}

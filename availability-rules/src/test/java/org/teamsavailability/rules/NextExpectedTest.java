package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is expected where everybody is blocked. */
class NextExpectedTest {

    @ParameterizedTest(name = "a shift at {0}")
    @CsvSource({
        "09:30/17:00, 09:30",
        "10:59:59/17:00, 10:59:59",
        "11:00/17:00, 11:00",
        "11:30/17:00, 11:00",
        "09:00/17:00, 11:00",
        "08:00/17:00, 11:00",
        "09:00:01/17:00, 09:00:01",
    })
    void isTheNextShiftOrTheEndOfTheImminentWindow(String shift, String expected) {
        Answer answer =
                Story.of("anna")
                        .onBreak("anna")
                        .rotaTeams("T1")
                        .shift("T1", "anna", shift)
                        .answer();

        assertThat(answer.nobodyAvailable()).isTrue();
        assertThat(answer.nextExpectedAt()).isEqualTo(Story.at(expected));
    }

    @Test
    void isTheEarliestOfAllCandidatesAndOfNobodyElse() {
        Answer answer =
                Story.of("anna", "ben")
                        .onBreak("anna")
                        .onBreak("ben")
                        .rotaTeams("T1", "T2")
                        .shift("T1", "anna", "10:30/17:00")
                        .shift("T2", "ben", "10:15/17:00")
                        .shift("T2", "cara", "09:15/17:00")
                        .answer();

        assertThat(answer.nextExpectedAt()).isEqualTo(Story.at("10:15"));
    }

    @Test
    void isNotWhereOneShiftContinuesInAnother() {
        Answer answer =
                Story.of("anna")
                        .onBreak("anna")
                        .rotaTeams("T1")
                        .shift("T1", "anna", "08:00/10:00")
                        .shift("T1", "anna", "10:00/17:00")
                        .answer();

        assertThat(answer.nextExpectedAt()).isEqualTo(Story.at("11:00"));
    }

    @Test
    void countsFromTheDecisionClockAndByTheWindowOfTheInstructions() {
        Answer answer =
                Story.of("anna")
                        .onBreak("anna")
                        .instructed("Only block work starting within 30 minutes")
                        .answer();

        assertThat(answer.nextExpectedAt()).isEqualTo(Story.NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void isTheEndOfTheWindowWhereTheRotaCouldNotBeRead() {
        Answer answer =
                Story.of("anna")
                        .onBreak("anna")
                        .rotaTeams("T1")
                        .rotaFails("T1", ReadFailure.of(Reason.TEAMS_TIMEOUT))
                        .answer();

        assertThat(answer.nextExpectedAt()).isEqualTo(Story.at("11:00"));
    }

    @Test
    void isNobodysWhereSomebodyIsAvailable() {
        Answer answer = Story.of("anna", "ben").onBreak("anna").unmapped("ben").answer();

        assertThat(answer.nobodyAvailable()).isFalse();
        assertThat(answer.nextExpectedAt()).isNull();
    }

    @Test
    void isNobodysInAFinalAnswer() {
        Answer answer = Story.of("anna").unmapped("anna").answer();

        assertThat(answer.nobodyAvailable()).isFalse();
        assertThat(answer.nextExpectedAt()).isNull();
    }
}

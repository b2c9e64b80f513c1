package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.rules.Plan.Ask;
import org.teamsavailability.rules.Plan.Settled;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.InstructionResult;

class FinalReasonsTest {

    private static final Problem WRONG = new Problem(Problem.Kind.UNKNOWN_MODE, Map.of(), "wrong");

    private static final ReadFailure REVOKED =
            new ReadFailure(Reason.CONSENT_REVOKED, null, 401, "r-7", false);

    @ParameterizedTest
    @CsvSource({
        "false, wrong, true, NOT_CONNECTED, false, TOGGLE_OFF",
        "true, wrong, true, NOT_CONNECTED, false, INVALID_REQUEST",
        "true, , true, NOT_CONNECTED, false, EXPIRED",
        "true, , false, NOT_CONNECTED, false, TEAMS_NOT_CONNECTED",
        "true, , false, CONSENT_PENDING, false, NO_CANDIDATES_MAPPED",
        "true, , false, CONSENT_REVOKED, false, NO_CANDIDATES_MAPPED",
        "true, , false, CONSENT_PENDING, true, CONSENT_PENDING",
        "true, , false, CONSENT_REVOKED, true, CONSENT_REVOKED",
    })
    void theFirstThatHoldsSettles(
            boolean enabled,
            @Nullable String invalid,
            boolean expired,
            Connection connection,
            boolean mapped,
            Reason reason) {
        Story story = Story.of("anna").connected(connection);
        if (!enabled) {
            story.switchedOff();
        }
        if (!mapped) {
            story.unmapped("anna");
        }

        assertThat(story.plan(invalid == null ? null : WRONG, expired))
                .isEqualTo(new Settled(reason, invalid(reason)));
    }

    @Test
    void withNothingInTheWayTeamsIsAsked() {
        Story story = Story.of("anna", "ben").unmapped("ben").rotaTeams("T1", "T2", "T1");

        assertThat(story.plan(null, false))
                .isInstanceOfSatisfying(
                        Ask.class,
                        ask -> {
                            assertThat(ask.presence()).isTrue();
                            assertThat(ask.rotaTeams()).containsExactly("T1", "T2");
                            assertThat(ask.mapped()).containsExactly("anna");
                            assertThat(ask.shiftsNotInCloud()).isFalse();
                        });
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "TOGGLE_OFF",
                "INVALID_REQUEST",
                "EXPIRED",
                "IGNORED_BY_INSTRUCTION",
                "TEAMS_NOT_CONNECTED",
                "CONSENT_PENDING",
                "CONSENT_REVOKED",
                "OVERLOADED",
                "INTERNAL_ERROR"
            })
    void standsAloneAndConsultsNothing(Reason reason) {
        Answer answer = Story.of("anna", "ben").unmapped("ben").answer(Plan.settled(reason));

        assertThat(answer.source()).isEqualTo(AvailabilitySource.PSA_ONLY);
        assertThat(answer.fallbacks())
                .singleElement()
                .satisfies(fallback -> {
                    assertThat(fallback.reason()).isEqualTo(reason);
                    assertThat(fallback.signal()).isEqualTo(Signal.PRESENCE);
                    assertThat(fallback.affectedCandidates()).isEqualTo(2);
                });
        assertThat(answer.verdicts())
                .extracting(Verdict::technicianId)
                .containsExactly("anna", "ben");
        assertThat(answer.verdicts())
                .allSatisfy(verdict -> {
                    assertThat(verdict.presence()).isEqualTo(PresenceVerdict.NOT_CONSULTED);
                    assertThat(verdict.rota()).isEqualTo(RotaVerdict.NOT_CONSULTED);
                    assertThat(verdict.blocked()).isFalse();
                    assertThat(verdict.preference()).isEqualTo(Preference.NEUTRAL);
                });
        assertThat(answer.runOutput()).isEqualTo(answer.fallbacks().getFirst().message());
    }

    @Test
    void isAboutBothSignalsWhereTheRotaWasWanted() {
        Story story = Story.of("anna").rotaTeams("T1");

        assertThat(signal(story)).isEqualTo(Signal.BOTH);
        assertThat(signal(story.mode(DispatchMode.ROUND_ROBIN))).isEqualTo(Signal.PRESENCE);
    }

    @Test
    void withNobodyMappedEverySignalThatWasWantedIsUnmapped() {
        Story story = Story.of("anna").unmapped("anna");

        assertThat(story.verdict().presence()).isEqualTo(PresenceVerdict.UNMAPPED);
        assertThat(story.verdict().rota()).isEqualTo(RotaVerdict.NOT_CONSULTED);
        assertThat(story.rotaTeams("T1").verdict().rota()).isEqualTo(RotaVerdict.UNMAPPED);
    }

    @Test
    void consentRevokedHalfWayDropsWhatWasRead() {
        Story story =
                Story.of("anna")
                        .onBreak("anna")
                        .rotaTeams("T1", "T2")
                        .shift("T1", "anna", "08:00/16:00")
                        .rotaFails("T2", REVOKED);

        Answer answer = story.answer();

        assertThat(answer.fallbacks())
                .singleElement()
                .satisfies(fallback -> {
                    assertThat(fallback.reason()).isEqualTo(Reason.CONSENT_REVOKED);
                    assertThat(fallback.signal()).isEqualTo(Signal.BOTH);
                    assertThat(fallback.graphStatus()).isEqualTo(401);
                    assertThat(fallback.graphRequestId()).isEqualTo("r-7");
                });
        assertThat(answer.verdicts())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.presence()).isEqualTo(PresenceVerdict.NOT_CONSULTED);
                    assertThat(verdict.presenceAgeMillis()).isNull();
                    assertThat(verdict.rotaAgeMillis()).isNull();
                });
    }

    @Test
    void keepsTheOutcomesOfTheInstructions() {
        Story story = Story.of("anna").switchedOff().instructed("Prefer Anna. Or not.");

        assertThat(story.answer().instructions())
                .extracting(InstructionOutcome::text, InstructionOutcome::outcome)
                .containsExactly(
                        tuple("Prefer Anna", InstructionResult.NOT_UNDERSTOOD),
                        tuple("Or not", InstructionResult.NOT_UNDERSTOOD));
    }

    private static Signal signal(Story story) {
        Answer answer = story.answer(Plan.settled(Reason.OVERLOADED));
        return answer.fallbacks().getFirst().signal();
    }

    private static @Nullable Problem invalid(Reason reason) {
        return reason == Reason.INVALID_REQUEST ? WRONG : null;
    }
}

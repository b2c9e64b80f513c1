package org.teamsavailability.operations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.InstructionOutcome;
import org.teamsavailability.schemas.InstructionResult;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.schemas.Signal;

class AnswerTextTest {

    private static final Instant DECIDED = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void anAnswerIsATableOfItsCandidatesAndLinesForTheWhole() {
        var answer =
                answer().setFallbacks(
                                List.of(
                                        new Fallback(
                                                Reason.ROTA_NOT_PROVISIONED,
                                                Signal.ROTA,
                                                "No schedule.",
                                                "Share one.",
                                                null,
                                                null,
                                                null)))
                        .setCandidates(
                                List.of(
                                        verdict("bert", PresenceVerdict.ON_BREAK, true, null),
                                        verdict(
                                                "annabella",
                                                PresenceVerdict.WORKING,
                                                false,
                                                12_300L)))
                        .setInstructions(
                                List.of(
                                        new InstructionOutcome(
                                                "Be kind",
                                                InstructionResult.NOT_UNDERSTOOD,
                                                null,
                                                null,
                                                null),
                                        new InstructionOutcome(
                                                "Treat Busy as away",
                                                InstructionResult.APPLIED,
                                                "Busy counts as on a break.",
                                                null,
                                                null)))
                        .build();

        assertThat(String.join("\n", AnswerText.of(answer)))
                .isEqualTo(
                        """
                        REQUEST  CANDIDATE  PRESENCE  ROTA       BLOCKED  PREFERENCE  EVIDENCE                             EXPLANATION
                        r-1      bert       ON_BREAK  NO_SIGNAL  yes      NEUTRAL     presence 0.4 s old                   Because.
                        r-1      annabella  WORKING   NO_SIGNAL  no       NEUTRAL     presence 0.4 s old, rota 12.3 s old  Because.
                          source: TEAMS_PARTIAL
                          run output: Presence was used.
                          fallback: ROTA_NOT_PROVISIONED (ROTA) No schedule. Share one.
                          instruction: "Be kind" NOT_UNDERSTOOD
                          instruction: "Treat Busy as away" APPLIED: Busy counts as on a break.\
                        """);
    }

    @Test
    void saysWhenNobodyIsAvailableAndWhenTheAnswerIsLate() {
        var answer =
                answer().setNobodyAvailable(true).setNextExpectedAt(DECIDED).setLate(true).build();

        assertThat(String.join("\n", AnswerText.of(answer)))
                .isEqualTo(
                        """
                        REQUEST  CANDIDATE  PRESENCE  ROTA  BLOCKED  PREFERENCE  EVIDENCE  EXPLANATION
                        r-1      (none)
                          source: TEAMS_PARTIAL
                          run output: Presence was used.
                          nobody is available; somebody is expected at 2026-03-02T08:00:00Z
                          late: the answer came after its time\
                        """);
    }

    @Test
    void aFallbackRecordIsOneLine() {
        var fallback =
                FallbackReason.newBuilder()
                        .setRequestId("r-1")
                        .setServiceDeskId("d")
                        .setTicketId("t")
                        .setReason(Reason.TEAMS_UNREACHABLE)
                        .setSignal(Signal.PRESENCE)
                        .setMessage("Not reached.")
                        .setRemedy("Wait.")
                        .setGraphStatus(503)
                        .setAffectedCandidates(1)
                        .setOccurredAt(DECIDED)
                        .build();

        assertThat(AnswerText.of(fallback))
                .isEqualTo(
                        "r-1: TEAMS_UNREACHABLE (PRESENCE, 1 candidate, Microsoft answered 503)"
                                + " Not reached. Wait.");
    }

    private static CandidateVerdict verdict(
            String technician, PresenceVerdict presence, boolean blocked, @Nullable Long rotaAge) {
        return CandidateVerdict.newBuilder()
                .setTechnicianId(technician)
                .setPresence(presence)
                .setRota(RotaVerdict.NO_SIGNAL)
                .setBlocked(blocked)
                .setPreference(Preference.NEUTRAL)
                .setExplanation("Because.")
                .setPresenceAgeMillis(400L)
                .setRotaAgeMillis(rotaAge)
                .build();
    }

    private static CandidateAvailability.Builder answer() {
        return CandidateAvailability.newBuilder()
                .setRequestId("r-1")
                .setServiceDeskId("d")
                .setTicketId("t")
                .setDecidedAt(DECIDED)
                .setSource(AvailabilitySource.TEAMS_PARTIAL)
                .setFallbacks(List.of())
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("Presence was used.")
                .setLate(false);
    }
}

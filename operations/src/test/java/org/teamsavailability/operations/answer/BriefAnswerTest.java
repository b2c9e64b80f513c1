package org.teamsavailability.operations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.InstructionOutcome;
import org.teamsavailability.schemas.InstructionResult;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.schemas.Signal;

class BriefAnswerTest {

    private static final Marks UNICODE = new Marks(true, false);

    @Test
    void givesEachCandidateALineWithAMarkAndAReason() {
        var answer =
                answer(
                                verdict(
                                        "anna",
                                        PresenceVerdict.WORKING,
                                        RotaVerdict.COVERS_SLOT,
                                        false,
                                        Preference.PREFERRED),
                                verdict(
                                        "bert",
                                        PresenceVerdict.ON_BREAK,
                                        RotaVerdict.NOT_CONSULTED,
                                        true,
                                        Preference.NEUTRAL),
                                verdict(
                                        "kim",
                                        PresenceVerdict.WORKING,
                                        RotaVerdict.OFF_ROTA,
                                        false,
                                        Preference.DEPRIORITIZED),
                                verdict(
                                        "hugo",
                                        PresenceVerdict.UNMAPPED,
                                        RotaVerdict.UNMAPPED,
                                        false,
                                        Preference.NEUTRAL))
                        .build();

        assertThat(new BriefAnswer(Marks.PLAIN).lines(answer))
                .containsExactly(
                        "  + anna  at work, shift covers the slot: preferred",
                        "  x bert  on a break: blocked",
                        "  - kim   at work, not on the rota: ranked lower",
                        "  . hugo  not mapped");
        assertThat(new BriefAnswer(UNICODE).lines(answer).getFirst()).startsWith("  ✓ anna");
        assertThat(new BriefAnswer(new Marks(true, true)).lines(answer).getFirst())
                .startsWith("  \u001b[32m✓\u001b[0m anna");
    }

    @Test
    void saysWhyTeamsWasNotUsedAndThatNobodyIsAvailable() {
        var answer =
                answer().setFallbacks(
                                List.of(
                                        Fallback.newBuilder()
                                                .setReason(Reason.PERMISSION_MISSING)
                                                .setSignal(Signal.ROTA)
                                                .setMessage("a long message")
                                                .build()))
                        .setNobodyAvailable(true)
                        .setNextExpectedAt(Instant.parse("2026-01-02T03:04:05.678Z"))
                        .setLate(true)
                        .build();

        assertThat(new BriefAnswer(Marks.PLAIN).lines(answer))
                .containsExactly(
                        "  ! without the rota: PERMISSION_MISSING",
                        "  ! nobody is available; somebody is expected at 2026-01-02T03:04:05Z",
                        "  ! late: the answer came after its time");
    }

    @Test
    void noLineIsLongerThanEightyColumns() {
        var verdicts = new ArrayList<CandidateVerdict>();
        for (var presence : PresenceVerdict.values()) {
            for (var rota : RotaVerdict.values()) {
                for (var preference : Preference.values()) {
                    verdicts.add(verdict("ü".repeat(200), presence, rota, true, preference));
                    verdicts.add(verdict("b".repeat(200), presence, rota, false, preference));
                }
            }
        }
        var answer =
                answer(verdicts.toArray(CandidateVerdict[]::new))
                        .setInstructions(
                                List.of(
                                        InstructionOutcome.newBuilder()
                                                .setText("Two lines\nand " + "words ".repeat(90))
                                                .setOutcome(InstructionResult.NOT_UNDERSTOOD)
                                                .build()))
                        .build();

        for (var marks : List.of(Marks.PLAIN, UNICODE)) {
            assertThat(new BriefAnswer(marks).lines(answer))
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\n"));
        }
    }

    private static CandidateAvailability.Builder answer(CandidateVerdict... verdicts) {
        return CandidateAvailability.newBuilder()
                .setRequestId("r")
                .setServiceDeskId("d")
                .setTicketId("t")
                .setDecidedAt(Instant.EPOCH)
                .setSource(AvailabilitySource.TEAMS)
                .setFallbacks(List.of())
                .setCandidates(List.of(verdicts))
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("")
                .setLate(false);
    }

    private static CandidateVerdict verdict(
            String id,
            PresenceVerdict presence,
            RotaVerdict rota,
            boolean blocked,
            Preference preference) {
        return CandidateVerdict.newBuilder()
                .setTechnicianId(id)
                .setPresence(presence)
                .setRota(rota)
                .setBlocked(blocked)
                .setPreference(preference)
                .setExplanation("a long sentence")
                .build();
    }
}

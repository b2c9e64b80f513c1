package org.teamsavailability.operations.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.console.TextTable;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.InstructionOutcome;

/** The text of an answer and of a fallback record. */
public final class AnswerText {

    private static final String INDENT = "  ";

    private AnswerText() {}

    /** A table of the candidates, then what holds for the answer as a whole. */
    public static List<String> of(CandidateAvailability answer) {
        var lines = new ArrayList<>(candidates(answer));
        lines.add(INDENT + "source: " + answer.getSource());
        lines.add(INDENT + "run output: " + answer.getRunOutput());
        answer.getFallbacks().forEach(fallback -> lines.add(INDENT + text(fallback)));
        answer.getInstructions().forEach(outcome -> lines.add(INDENT + text(outcome)));
        if (answer.getNobodyAvailable()) {
            var next = answer.getNextExpectedAt();
            lines.add(
                    INDENT
                            + "nobody is available"
                            + (next == null ? "" : "; somebody is expected at " + next));
        }
        if (answer.getLate()) {
            lines.add(INDENT + "late: the answer came after its time");
        }
        return lines;
    }

    /** A record of the fallback topic, in one line. */
    public static String of(FallbackReason fallback) {
        var status = fallback.getGraphStatus();
        return fallback.getRequestId()
                + ": "
                + fallback.getReason()
                + " ("
                + fallback.getSignal()
                + ", "
                + fallback.getAffectedCandidates()
                + (fallback.getAffectedCandidates() == 1 ? " candidate" : " candidates")
                + (status == null ? "" : ", Microsoft answered " + status)
                + ") "
                + withRemedy(fallback.getMessage(), fallback.getRemedy());
    }

    private static List<String> candidates(CandidateAvailability answer) {
        var table =
                new TextTable(
                        "REQUEST",
                        "CANDIDATE",
                        "PRESENCE",
                        "ROTA",
                        "BLOCKED",
                        "PREFERENCE",
                        "EVIDENCE",
                        "EXPLANATION");
        for (CandidateVerdict verdict : answer.getCandidates()) {
            table.add(
                    answer.getRequestId(),
                    verdict.getTechnicianId(),
                    verdict.getPresence().name(),
                    verdict.getRota().name(),
                    verdict.getBlocked() ? "yes" : "no",
                    verdict.getPreference().name(),
                    ages(verdict),
                    verdict.getExplanation());
        }
        if (answer.getCandidates().isEmpty()) {
            table.add(answer.getRequestId(), "(none)", "", "", "", "", "", "");
        }
        return table.lines();
    }

    /**
     * How old the evidence was when it was decided, presence then rota; empty where none was read.
     */
    private static String ages(CandidateVerdict verdict) {
        return Stream.of(
                        age("presence", verdict.getPresenceAgeMillis()),
                        age("rota", verdict.getRotaAgeMillis()))
                .filter(age -> !age.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String age(String signal, @Nullable Long millis) {
        return millis == null
                ? ""
                : String.format(Locale.ROOT, "%s %.1f s old", signal, millis / 1000.0);
    }

    private static String text(Fallback fallback) {
        return "fallback: "
                + fallback.getReason()
                + " ("
                + fallback.getSignal()
                + ") "
                + withRemedy(fallback.getMessage(), fallback.getRemedy());
    }

    private static String text(InstructionOutcome instruction) {
        var effect = instruction.getEffect();
        return "instruction: \""
                + instruction.getText()
                + "\" "
                + instruction.getOutcome()
                + (effect == null ? "" : ": " + effect);
    }

    private static String withRemedy(String message, @Nullable String remedy) {
        return remedy == null ? message : message + " " + remedy;
    }
}

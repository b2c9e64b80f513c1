package org.teamsavailability.operations.answer;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teamsavailability.operations.answer.Marks.Mark;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.InstructionOutcome;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;

/** An answer in lines of at most 80 columns: one for each candidate, and what else is to know. */
public final class BriefAnswer {

    private static final int COLUMNS = 80;
    private static final int LONGEST_NAME = 24;
    private static final String INDENT = "  ";

    private final Marks marks;

    public BriefAnswer(Marks marks) {
        this.marks = marks;
    }

    /** The lines, each indented by two columns. */
    public List<String> lines(CandidateAvailability answer) {
        var lines = new ArrayList<String>();
        int width = width(answer);
        answer.getCandidates().forEach(verdict -> lines.add(line(verdict, width)));
        answer.getInstructions().forEach(outcome -> lines.add(line(outcome)));
        answer.getFallbacks().forEach(fallback -> lines.add(note(text(fallback))));
        if (answer.getNobodyAvailable()) {
            var next = answer.getNextExpectedAt();
            lines.add(
                    note(
                            "nobody is available"
                                    + (next == null
                                            ? ""
                                            : "; somebody is expected at "
                                                    + next.truncatedTo(ChronoUnit.SECONDS))));
        }
        if (answer.getLate()) {
            lines.add(note("late: the answer came after its time"));
        }
        return lines;
    }

    private int width(CandidateAvailability answer) {
        return answer.getCandidates().stream()
                .mapToInt(verdict -> name(verdict).length())
                .max()
                .orElse(0);
    }

    private String name(CandidateVerdict verdict) {
        return marks.shortened(verdict.getTechnicianId(), LONGEST_NAME);
    }

    private String line(CandidateVerdict verdict, int width) {
        var name = name(verdict);
        return marked(mark(verdict), name + " ".repeat(width - name.length() + 2) + why(verdict));
    }

    private String line(InstructionOutcome instruction) {
        var outcome = words(instruction.getOutcome());
        var text = instruction.getText().replaceAll("\\s+", " ");
        return marked(Mark.NOTE, outcome + ": \"" + text + "\"");
    }

    private String note(String text) {
        return marked(Mark.NOTE, text);
    }

    private String marked(Mark mark, String text) {
        return INDENT + marks.sign(mark) + " " + marks.shortened(text, COLUMNS - 4);
    }

    private static Mark mark(CandidateVerdict verdict) {
        if (verdict.getBlocked()) {
            return Mark.BAD;
        }
        return switch (verdict.getPreference()) {
            case PREFERRED -> Mark.GOOD;
            case DEPRIORITIZED -> Mark.LOWER;
            case NEUTRAL, UNKNOWN ->
                    verdict.getPresence() == PresenceVerdict.WORKING ? Mark.GOOD : Mark.NEUTRAL;
        };
    }

    /** As {@code at work, shift covers the slot: preferred}. */
    private static String why(CandidateVerdict verdict) {
        var seen =
                Stream.of(presence(verdict.getPresence()), rota(verdict))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        var effect = verdict.getBlocked() ? "blocked" : preference(verdict.getPreference());
        return (seen.isEmpty() ? "Teams not consulted" : seen)
                + (effect.isEmpty() ? "" : ": " + effect);
    }

    private static String presence(PresenceVerdict presence) {
        return switch (presence) {
            case ON_BREAK -> "on a break";
            case WORKING -> "at work";
            case NO_SIGNAL -> "presence not known";
            case UNMAPPED -> "not mapped";
            case NOT_CONSULTED, UNKNOWN -> "";
        };
    }

    private static String rota(CandidateVerdict verdict) {
        return switch (verdict.getRota()) {
            case TIME_OFF -> "time off";
            case COVERS_SLOT -> "shift covers the slot";
            case COVERS_START_ONLY -> "shift covers the start only";
            case ON_SHIFT_OTHER_TIME -> "on shift at another time";
            case OFF_ROTA -> "not on the rota";
            case NO_SIGNAL -> "rota not known";
            case UNMAPPED -> verdict.getPresence() == PresenceVerdict.UNMAPPED ? "" : "not mapped";
            case NOT_CONSULTED, UNKNOWN -> "";
        };
    }

    private static String preference(Preference preference) {
        return switch (preference) {
            case PREFERRED -> "preferred";
            case DEPRIORITIZED -> "ranked lower";
            case NEUTRAL, UNKNOWN -> "";
        };
    }

    private static String text(Fallback fallback) {
        return switch (fallback.getSignal()) {
                    case PRESENCE -> "without presence: ";
                    case ROTA -> "without the rota: ";
                    case BOTH, UNKNOWN -> "without Teams: ";
                }
                + fallback.getReason();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.teamsavailability.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Problem.Kind;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.rules.text.Phrases;

/** Finds what makes a question one that cannot be answered. */
public final class RequestValidation {

    /** A question names 1 to this many candidates. */
    public static final int MOST_CANDIDATES = 1_000;

    /** An id has 1 to this many characters. */
    public static final int LONGEST_ID = 200;

    /** A question names at most this many rota teams. */
    public static final int MOST_ROTA_TEAMS = 20;

    private static final int SHOWN = 40;
    private static final String USE_AN_ID =
            "use 1 to %d characters without '/' and control characters".formatted(LONGEST_ID);

    private static final Pattern OUTER_WHITE_SPACE =
            Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");

    private RequestValidation() {}

    /**
     * Says what is wrong with a question.
     *
     * @return null where nothing is wrong
     */
    public static @Nullable Problem problemOf(DispatchQuestion question) {
        return Stream.<@Nullable Problem>of(
                        candidates(question),
                        RequestTimes.problemOfSlot(() -> "proposed slot", question.proposedSlot()),
                        RequestTimes.problemOfWindow(question.planningWindow()),
                        rotaTeams(question),
                        instructions(question.instructions()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether an id has 1 to {@value #LONGEST_ID} characters, no '/' and no control character. */
    public static boolean isId(String text) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_ID) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A technician's id as mappings are looked up by it: without Unicode white space around it.
     *
     * @return null where it has invisible characters: no technician has such an id
     */
    public static @Nullable String mappedId(String technicianId) {
        if (isPlain(technicianId)) {
            return technicianId;
        }
        String id = trimmed(technicianId);
        return INVISIBLE.matcher(id).find() ? null : id;
    }

    /**
     * Says what is wrong with an id of a request.
     *
     * @param name what it is the id of, such as {@code ticket}
     * @return null where nothing is wrong
     */
    public static @Nullable Problem problemOfId(String name, String id) {
        return isId(id)
                ? null
                : new Problem(
                        Kind.NOT_AN_ID,
                        Map.of("what", name, "id", Phrases.shortened(id, SHOWN)),
                        "the %s id %s is not an id, %s".formatted(name, shown(id), USE_AN_ID));
    }

    /** Whether it has visible ASCII characters only, as nearly every id: nothing to look for. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** A technician's id without the Unicode white space around it: two such are one technician. */
    public static String trimmed(String id) {
        return isPlain(id) ? id : OUTER_WHITE_SPACE.matcher(id).replaceAll("");
    }

    private static @Nullable Problem candidates(DispatchQuestion question) {
        int size = question.candidates().size();
        if (size == 0) {
            return new Problem(
                    Kind.NO_CANDIDATE,
                    Map.of("most", Integer.toString(MOST_CANDIDATES)),
                    String.format(
                            Locale.ROOT,
                            "the request names no candidate, name 1 to %,d technicians",
                            MOST_CANDIDATES));
        }
        if (size > MOST_CANDIDATES) {
            return tooMany(
                    Kind.TOO_MANY_CANDIDATES,
                    "the request names %,d candidates, name at most %,d",
                    size,
                    MOST_CANDIDATES);
        }
        Set<String> seen = new HashSet<>();
        for (Candidate candidate : question.candidates()) {
            String id = candidate.technicianId();
            String trimmed = trimmed(id);
            Problem notAnId = problemOfId("technician", trimmed.isEmpty() ? id : trimmed);
            if (notAnId != null) {
                return notAnId;
            }
            if (!seen.add(trimmed)) {
                return new Problem(
                        Kind.TECHNICIAN_TWICE,
                        Map.of("technicianId", id),
                        "the technician %s is named twice, name each once".formatted(shown(id)));
            }
            Problem wrong =
                    RequestTimes.problemOfSlot(
                            () -> "proposed slot of technician " + shown(id),
                            candidate.proposedSlot());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static Problem tooMany(Kind kind, String text, int number, int most) {
        return new Problem(
                kind,
                Map.of("number", Integer.toString(number), "most", Integer.toString(most)),
                String.format(Locale.ROOT, text, number, most));
    }

    private static @Nullable Problem rotaTeams(DispatchQuestion question) {
        int size = question.rotaTeams().size();
        return size <= MOST_ROTA_TEAMS
                ? null
                : tooMany(
                        Kind.TOO_MANY_ROTA_TEAMS,
                        "the request names %,d rota teams, name at most %,d",
                        size,
                        MOST_ROTA_TEAMS);
    }

    private static @Nullable Problem instructions(Instructions instructions) {
        if (instructions.length() > Instructions.LONGEST) {
            return tooMany(
                    Kind.INSTRUCTIONS_TOO_LONG,
                    "the custom instructions have %,d characters, use at most %,d",
                    instructions.length(),
                    Instructions.LONGEST);
        }
        return instructions.sentences() <= Instructions.MOST_SENTENCES
                ? null
                : tooMany(
                        Kind.TOO_MANY_SENTENCES,
                        "the custom instructions have %,d sentences, use at most %,d",
                        instructions.sentences(),
                        Instructions.MOST_SENTENCES);
    }

    /** A value of the request in quotes, without what could garble a log line, and not whole. */
    public static String shown(String value) {
        return '"' + Phrases.shortened(value, SHOWN).replaceAll("\\p{Cntrl}", "?") + '"';
    }
}

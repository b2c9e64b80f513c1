package org.teamsavailability.enricher.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what makes a question one that cannot be answered. */
public final class Validity {

    /** A question names 1 to this many candidates. */
    public static final int MOST_CANDIDATES = 1_000;

    /** An id has 1 to this many characters. */
    public static final int LONGEST_ID = 200;

    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    static final int MOST_ROTA_TEAMS = 20;
    static final Duration LONGEST_WINDOW = Duration.ofDays(31);
    static final int LONGEST_INSTRUCTIONS = 2_000;
    static final int MOST_SENTENCES = 50;

    private static final int SHOWN = 40;

    private Validity() {}

    /**
     * Says what is wrong with a question, as a part of a sentence that names the field, the value
     * and the way out.
     *
     * @return null where nothing is wrong
     */
    public static @Nullable String problemOf(DispatchQuestion question) {
        return Stream.<@Nullable String>of(
                        candidates(question),
                        span("proposedSlot", question.proposedSlot()),
                        window(question.planningWindow()),
                        rotaTeams(question),
                        instructions(question.instructions()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether an id has 1 to {@value #LONGEST_ID} characters, no '/' and no control character. */
    public static boolean isId(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST_ID
                && text.codePoints().noneMatch(c -> c == '/' || Character.isISOControl(c));
    }

    private static @Nullable String candidates(DispatchQuestion question) {
        int size = question.candidates().size();
        if (size == 0) {
            return String.format(
                    Locale.ROOT, "candidates is empty, name 1 to %,d technicians", MOST_CANDIDATES);
        }
        if (size > MOST_CANDIDATES) {
            return String.format(
                    Locale.ROOT,
                    "candidates names %,d technicians, name at most %,d",
                    size,
                    MOST_CANDIDATES);
        }
        Set<String> seen = new HashSet<>();
        for (Candidate candidate : question.candidates()) {
            String id = candidate.technicianId();
            if (!isId(id)) {
                return "the technicianId %s is not an id, use 1 to %d characters without '/' and control characters"
                        .formatted(shown(id), LONGEST_ID);
            }
            if (!seen.add(id)) {
                return "the technician %s is named twice, name each once".formatted(shown(id));
            }
            String wrong =
                    span("proposedSlot of technician " + shown(id), candidate.proposedSlot());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String span(String name, @Nullable Slot slot) {
        if (slot == null) {
            return null;
        }
        Instant end = slot.end();
        if (isBeyond(slot.start()) || (end != null && isBeyond(end))) {
            return "the %s is from %s to %s, use times of the years 2000 to 9998"
                    .formatted(name, slot.start(), end == null ? "an open end" : end);
        }
        return end == null || end.isAfter(slot.start())
                ? null
                : "the %s ends at %s but starts at %s, let it end after its start"
                        .formatted(name, end, slot.start());
    }

    /** Microsoft knows no such times; seconds that were taken for milliseconds look like this. */
    private static boolean isBeyond(Instant time) {
        return time.isBefore(EARLIEST) || !time.isBefore(LATEST);
    }

    private static @Nullable String window(@Nullable Slot window) {
        String wrong = span("planningWindow", window);
        if (wrong != null || window == null || window.end() == null) {
            return wrong;
        }
        return Duration.between(window.start(), window.end()).compareTo(LONGEST_WINDOW) <= 0
                ? null
                : "the planningWindow from %s to %s is too long, use at most %d days"
                        .formatted(window.start(), window.end(), LONGEST_WINDOW.toDays());
    }

    private static @Nullable String rotaTeams(DispatchQuestion question) {
        int size = question.rotaTeams().size();
        return size <= MOST_ROTA_TEAMS
                ? null
                : String.format(
                        Locale.ROOT,
                        "rotaTeamIds names %,d teams, name at most %d",
                        size,
                        MOST_ROTA_TEAMS);
    }

    private static @Nullable String instructions(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_INSTRUCTIONS) {
            return String.format(
                    Locale.ROOT,
                    "customInstructions has %,d characters, use at most %,d",
                    length,
                    LONGEST_INSTRUCTIONS);
        }
        int sentences = Sentences.of(text).size();
        return sentences <= MOST_SENTENCES
                ? null
                : String.format(
                        Locale.ROOT,
                        "customInstructions has %,d sentences, use at most %d",
                        sentences,
                        MOST_SENTENCES);
    }

    /** A value of the request in quotes, without what could garble a log line, and not whole. */
    public static String shown(String value) {
        int[] start = value.codePoints().limit(SHOWN + 1L).toArray();
        String clean =
                Stream.of(start.length > SHOWN ? new String(start, 0, SHOWN) + "…" : value)
                        .map(text -> text.replaceAll("\\p{Cntrl}", "?"))
                        .reduce("", String::concat);
        return '"' + clean + '"';
    }
}

package org.teamsavailability.mapping.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.RequestTimes;
import org.teamsavailability.rules.RequestValidation;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.schemas.Guids;

/**
 * What the values of a request may be, as docs/events.md says under "Limits" and as the rules of
 * the enricher have it. Each method answers with what is wrong, a predicate without a period, or
 * null.
 */
public final class RequestRules {

    /** Of a text that nothing but people and instructions reads. */
    private static final int LONGEST_TEXT = 1_000;

    private RequestRules() {}

    /** Of the id of a request or a ticket. */
    public static @Nullable String wrongInId(String id) {
        return RequestValidation.isId(id)
                ? wrong(id, RequestValidation.LONGEST_ID)
                : "is not an id. Use 1 to %d characters without / and control characters"
                        .formatted(RequestValidation.LONGEST_ID);
    }

    /** Of the id of a technician, whose outer white space does not count. */
    public static @Nullable String wrongInTechnicianId(String id) {
        var trimmed = RequestValidation.trimmed(id);
        return wrongInId(trimmed.isEmpty() ? id : trimmed);
    }

    /** Of a text that only people and instructions read. */
    public static @Nullable String wrongInText(String text) {
        return wrong(text, LONGEST_TEXT);
    }

    /** Of custom instructions. */
    public static @Nullable String wrongInInstructions(String text) {
        var instructions = Instructions.read(text, null);
        if (instructions.length() > Instructions.LONGEST) {
            return tooLong(instructions.length(), Instructions.LONGEST);
        }
        return instructions.sentences() > Instructions.MOST_SENTENCES
                ? "has %d sentences. Use at most %d"
                        .formatted(instructions.sentences(), Instructions.MOST_SENTENCES)
                : wrong(text, Instructions.LONGEST);
    }

    /** Of the id of a rota team. */
    public static @Nullable String wrongInTeamId(String id) {
        return Guids.isGuid(id)
                ? null
                : "is not a GUID. Use the id of a Microsoft team, such as"
                        + " 11111111-2222-4333-8444-555555555555";
    }

    /** Of a time on which the answer depends. */
    public static @Nullable String wrongInTime(Instant time) {
        return RequestTimes.isBeyond(time)
                ? "is not within the years 2000 to 9998. Check the unit of the time it was made of"
                : null;
    }

    /** Of the end of a slot or a window. */
    public static @Nullable String wrongInEnd(Instant start, Instant end) {
        return end.isAfter(start) ? null : "is not after start. Let it end after its start";
    }

    /** Of the end of the planning window. */
    public static @Nullable String wrongInWindowEnd(Instant start, Instant end) {
        return Duration.between(start, end).compareTo(RequestTimes.LONGEST_WINDOW) > 0
                ? "is more than %d days after start. Use a shorter window"
                        .formatted(RequestTimes.LONGEST_WINDOW.toDays())
                : wrongInEnd(start, end);
    }

    private static @Nullable String wrong(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return tooLong(length, longest);
        }
        return text.codePoints().anyMatch(RequestRules::isHalf)
                ? "holds half of a surrogate pair, which is no character. Leave it out"
                : null;
    }

    private static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    private static String tooLong(int length, int longest) {
        return String.format(
                Locale.ROOT, "has %,d characters, but at most %,d are allowed", length, longest);
    }
}

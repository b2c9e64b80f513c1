package org.teamsavailability.enricher.rules;

import java.util.List;
import java.util.regex.Pattern;

/** Splits custom instructions into sentences. */
final class Sentences {

    private static final Pattern BETWEEN =
            Pattern.compile("\\R|;|\\.(?=\\s|\\z)", Pattern.UNICODE_CHARACTER_CLASS);

    private Sentences() {}

    /** The sentences as written, trimmed, without their final marks; empty ones are dropped. */
    static List<String> of(String instructions) {
        return BETWEEN.splitAsStream(instructions)
                .map(Sentences::trimmed)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String trimmed(String piece) {
        int start = 0;
        int end = piece.length();
        while (start < end && isSpace(piece.charAt(start))) {
            start++;
        }
        while (end > start && (isSpace(piece.charAt(end - 1)) || isMark(piece.charAt(end - 1)))) {
            end--;
        }
        return piece.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?';
    }
}

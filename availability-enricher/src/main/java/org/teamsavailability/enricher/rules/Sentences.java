package org.teamsavailability.enricher.rules;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits custom instructions into sentences. */
final class Sentences {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern BULLET =
            Pattern.compile(
                    "^[\\s\\p{Z}]*(?:[-–*•]|[0-9]+[.)])[\\s\\p{Z}]+",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BETWEEN =
            Pattern.compile(";|(?<=[.!?])(?=[\\s\\p{Z}]|\\z)", Pattern.UNICODE_CHARACTER_CLASS);

    private Sentences() {}

    /** In the order written; empty ones are dropped. */
    static List<Sentence> of(String instructions) {
        return LINE_BREAK
                .splitAsStream(instructions)
                .map(line -> BULLET.matcher(line).replaceFirst(""))
                .flatMap(BETWEEN::splitAsStream)
                .flatMap(Sentences::sentence)
                .toList();
    }

    private static Stream<Sentence> sentence(String piece) {
        int start = 0;
        int end = piece.length();
        boolean ended = false;
        while (start < end && isSpace(piece.charAt(start))) {
            start++;
        }
        while (end > start && (isSpace(piece.charAt(end - 1)) || isMark(piece.charAt(end - 1)))) {
            end--;
            ended |= isMark(piece.charAt(end));
        }
        return start == end
                ? Stream.empty()
                : Stream.of(new Sentence(piece.substring(start, end), ended));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?';
    }
}

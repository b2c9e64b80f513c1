package org.teamsavailability.rules.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits custom instructions into sentences. */
final class Sentences {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern BULLET =
            Pattern.compile(
                    "^[\\s\\p{Z}]*(?:[-–*•]|[0-9]+[.)])[\\s\\p{Z}]+",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BETWEEN =
            Pattern.compile(";|(?<=[.!?])(?=[\\s\\p{Z}]|\\z)", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ENDS_WITH_SEMICOLON =
            Pattern.compile(";[\\s\\p{Z}]*$", Pattern.UNICODE_CHARACTER_CLASS);

    /** A part of the instructions, and where it begins in them. */
    private record Piece(String text, int offset) {

        Piece from(int index) {
            return new Piece(text.substring(index), offset + index);
        }
    }

    private Sentences() {}

    /** In the order written; empty ones are dropped. */
    static List<Sentence> of(String instructions) {
        List<Sentence> sentences = new ArrayList<>();
        boolean open = false;
        boolean inList = false;
        for (Piece line : pieces(LINE_BREAK, new Piece(instructions, 0))) {
            Piece text = withoutBullet(line);
            boolean hasBullet = text.offset() > line.offset();
            List<Sentence> ofLine = ofLine(text, open && !(inList && hasBullet));
            sentences.addAll(ofLine);
            open = isOpen(ofLine, text.text());
            inList = hasBullet;
        }
        return sentences;
    }

    /** What lies before, between and behind the delimiters; may be empty. */
    private static List<Piece> pieces(Pattern delimiter, Piece whole) {
        List<Piece> pieces = new ArrayList<>();
        int offset = whole.offset();
        boolean isDelimiter = false;
        for (String part : delimiter.splitWithDelimiters(whole.text(), -1)) {
            if (!isDelimiter) {
                pieces.add(new Piece(part, offset));
            }
            offset += part.length();
            isDelimiter = !isDelimiter;
        }
        return pieces;
    }

    private static Piece withoutBullet(Piece line) {
        Matcher bullet = BULLET.matcher(line.text());
        return bullet.find() ? line.from(bullet.end()) : line;
    }

    /** Whether the last sentence of a line may continue in the next line. */
    private static boolean isOpen(List<Sentence> ofLine, String line) {
        return !ofLine.isEmpty()
                && !ofLine.getLast().ended()
                && !ENDS_WITH_SEMICOLON.matcher(line).find();
    }

    /**
     * @param continues whether the first may be the rest of the sentence on the line before
     */
    private static List<Sentence> ofLine(Piece line, boolean continues) {
        List<Sentence> sentences = new ArrayList<>();
        for (Piece piece : pieces(BETWEEN, line)) {
            Sentence sentence = sentence(piece, continues && sentences.isEmpty());
            if (sentence != null) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static @Nullable Sentence sentence(Piece piece, boolean continues) {
        String text = piece.text();
        int start = 0;
        int end = text.length();
        boolean ended = false;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && (isSpace(text.charAt(end - 1)) || isMark(text.charAt(end - 1)))) {
            end--;
            ended |= isMark(text.charAt(end));
        }
        return start == end
                ? null
                : new Sentence(
                        text.substring(start, end), piece.offset() + start, ended, continues);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?';
    }
}

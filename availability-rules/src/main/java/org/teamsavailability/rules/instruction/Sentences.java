package org.teamsavailability.rules.instruction;

import java.util.ArrayList;
import java.util.List;
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

    private Sentences() {}

    /** In the order written; empty ones are dropped. */
    static List<Sentence> of(String instructions) {
        List<Sentence> sentences = new ArrayList<>();
        boolean open = false;
        boolean inList = false;
        for (String line : LINE_BREAK.split(instructions, -1)) {
            String text = BULLET.matcher(line).replaceFirst("");
            boolean hasBullet = !text.equals(line);
            List<Sentence> ofLine = ofLine(text, open && !(inList && hasBullet));
            sentences.addAll(ofLine);
            open = isOpen(ofLine, text);
            inList = hasBullet;
        }
        return sentences;
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
    private static List<Sentence> ofLine(String line, boolean continues) {
        List<Sentence> sentences = new ArrayList<>();
        for (String piece : BETWEEN.split(line, -1)) {
            Sentence sentence = sentence(piece, continues && sentences.isEmpty());
            if (sentence != null) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static @Nullable Sentence sentence(String piece, boolean continues) {
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
        return start == end ? null : new Sentence(piece.substring(start, end), ended, continues);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?';
    }
}

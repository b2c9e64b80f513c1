package org.teamsavailability.operations.answer;

import java.nio.charset.Charset;

/**
 * How a screen marks lines: with signs that its encoding has, and with colours where it is a
 * terminal that shows them.
 *
 * @param unicode whether signs beyond ASCII can be shown
 * @param colours whether ANSI colours can be shown
 */
public record Marks(boolean unicode, boolean colours) {

    /** Plain text in ASCII. */
    public static final Marks PLAIN = new Marks(false, false);

    /** What a line says. */
    public enum Mark {
        /** Available, or as expected. */
        GOOD("✓", "+", 32),
        /** Ranked lower. */
        LOWER("↓", "-", 33),
        /** Not known, or without effect. */
        NEUTRAL("·", ".", 2),
        /** Blocked, or not as expected. */
        BAD("✗", "x", 31),
        /** Something to know. */
        NOTE("!", "!", 33);

        private final String sign;
        private final String ascii;
        private final int colour;

        Mark(String sign, String ascii, int colour) {
            this.sign = sign;
            this.ascii = ascii;
            this.colour = colour;
        }
    }

    /** For output in the encoding that the environment of this process names. */
    public static Marks ofThisProcess(boolean colours) {
        var name = System.getProperty("native.encoding", "US-ASCII");
        return new Marks(
                Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode('✓'),
                colours);
    }

    /** The sign of a mark, one column wide. */
    public String sign(Mark mark) {
        var sign = unicode ? mark.sign : mark.ascii;
        return colours ? "\u001b[" + mark.colour + "m" + sign + "\u001b[0m" : sign;
    }

    /** A text of at most so many columns; a longer one ends with an ellipsis. */
    public String shortened(String text, int columns) {
        if (text.codePointCount(0, text.length()) <= columns) {
            return text;
        }
        var ellipsis = unicode ? "…" : "...";
        int kept = text.offsetByCodePoints(0, columns - ellipsis.length());
        return text.substring(0, kept).stripTrailing() + ellipsis;
    }
}

package org.teamsavailability.operations.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of at most 80 columns; a longer word has a line of its own. */
public final class Paragraph {

    private static final int COLUMNS = 80;

    private Paragraph() {}

    /**
     * The lines.
     *
     * @param first what the first line starts with
     * @param indent what the others start with
     */
    public static List<String> of(String first, String indent, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean empty = true;
        for (var word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}

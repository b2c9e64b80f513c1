package org.teamsavailability.operations.trace;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.operations.console.Paragraph;

/** Lines of at most 80 columns where no id is longer: a word, then what is said of it. */
final class TraceLines {

    private static final String INDENT = " ".repeat(14);

    private final List<String> lines = new ArrayList<>();

    List<String> all() {
        return List.copyOf(lines);
    }

    void add(String line) {
        lines.add(line);
    }

    /** An empty line, except at the start. */
    void separate() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    /**
     * Says something.
     *
     * @param what of at most eleven characters; empty to go on
     */
    void say(String what, String text) {
        lines.addAll(Paragraph.of("  %-12s".formatted(what), INDENT, text));
    }

    /** Something that can be copied, in a line of its own. */
    void command(String text) {
        lines.add(INDENT + text);
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

package org.teamsavailability.operations.console;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells in columns, two spaces apart; the last column is as wide as its text. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** With these headings. */
    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with as many cells as there are headings. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The headings and the rows. */
    public List<String> lines() {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length - 1; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            line.append(cell);
            if (column < widths.length - 1) {
                line.repeat(' ', widths[column] - cell.length() + 2);
            }
        }
        return line.toString().stripTrailing();
    }
}

package org.teamsavailability.mapping.technician.web;

import java.util.Arrays;
import java.util.Comparator;

/** What separates the values of a file: what separates the columns of its header. */
enum CsvDelimiter {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    TAB('\t', "tab");

    private final char character;
    private final String inWords;

    CsvDelimiter(char character, String inWords) {
        this.character = character;
        this.inWords = inWords;
    }

    char character() {
        return character;
    }

    String inWords() {
        return inWords;
    }

    /** The one that the first line with any text holds most often; a comma where it has none. */
    static CsvDelimiter of(String file) {
        var header = file.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Arrays.stream(values())
                .max(
                        Comparator.<CsvDelimiter>comparingLong(it -> it.in(header))
                                .thenComparing(Comparator.reverseOrder()))
                .orElse(COMMA);
    }

    private long in(String header) {
        return header.chars().filter(it -> it == character).count();
    }
}

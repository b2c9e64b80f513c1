package org.teamsavailability.mapping.technician.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.GivenTechnician;
import org.teamsavailability.mapping.technician.RowErrors;
import org.teamsavailability.mapping.technician.TechnicianBatch;

/**
 * A file of technicians. The rows of its errors are lines, from 1, which is the header; empty lines
 * count, and are otherwise ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class TechnicianCsv {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final RowErrors errors = new RowErrors();
    private int line;

    private TechnicianCsv(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * Reads it.
     *
     * @throws org.teamsavailability.mapping.web.Problem that names the wrong lines
     */
    static TechnicianBatch read(byte[] file) {
        try (var parser = CSVParser.parse(Utf8.decoded(file), CSVFormat.RFC4180)) {
            return new TechnicianCsv(parser).batch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TechnicianBatch batch() {
        var header = next();
        if (header == null) {
            errors.add(1, null, "is empty: the first line names the columns");
            errors.throwIfAny();
            throw new IllegalStateException("An error is thrown");
        }
        var columns = CsvColumns.of(line, header);
        List<GivenTechnician> given = new ArrayList<>();
        for (var row = next(); row != null; row = next()) {
            if (row.size() != header.size()) {
                errors.add(
                        line,
                        null,
                        "has %d fields, but the header has %d: quote values that hold a comma"
                                .formatted(row.size(), header.size()));
            } else if (given.size() <= TechnicianBatch.LARGEST) {
                given.add(given(columns, row));
            }
        }
        return TechnicianBatch.of(given, errors);
    }

    private GivenTechnician given(CsvColumns columns, CSVRecord row) {
        return new GivenTechnician(
                line,
                columns.value(row, "technicianId"),
                columns.value(row, "displayName"),
                columns.value(row, "email"),
                active(columns.value(row, "active")));
    }

    private @Nullable Boolean active(@Nullable String value) {
        return switch (value == null ? "" : value.strip().toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                errors.add(line, "active", "is neither true nor false");
                yield null;
            }
        };
    }

    /** The next line that is not empty; null at the end. */
    private @Nullable CSVRecord next() {
        try {
            while (true) {
                line = (int) parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                var row = records.next();
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    return row;
                }
            }
        } catch (UncheckedIOException _) {
            errors.add(
                    line,
                    null,
                    "is not CSV from here on: a quoted value has to end with a quote before the"
                            + " next comma or the end of the line, and a quote in it is doubled");
            return null;
        }
    }
}

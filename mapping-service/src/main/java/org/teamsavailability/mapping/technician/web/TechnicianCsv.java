package org.teamsavailability.mapping.technician.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.AddressForm;
import org.teamsavailability.mapping.technician.GivenTechnician;
import org.teamsavailability.mapping.technician.RowErrors;
import org.teamsavailability.mapping.technician.Sent;
import org.teamsavailability.mapping.technician.TechnicianBatch;

/**
 * A file of technicians. The rows of its errors are lines, from 1, which is the header; empty lines
 * and lines of empty cells count, and are otherwise ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class TechnicianCsv {

    /** One at sign, and none of the characters that stand around addresses. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^@<>()\\[\\],;:\\\\\"]+@[^@<>()\\[\\],;:\\\\\"]+");

    private final CSVParser parser;
    private final CsvDelimiter delimiter;
    private final Iterator<CSVRecord> records;
    private final RowErrors errors = RowErrors.ofRows();
    private int line;

    private TechnicianCsv(CSVParser parser, CsvDelimiter delimiter) {
        this.parser = parser;
        this.delimiter = delimiter;
        this.records = parser.iterator();
    }

    /**
     * Reads it.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException that names the wrong lines
     */
    static TechnicianBatch read(byte[] file) {
        var text = CsvText.decoded(file);
        var delimiter = CsvDelimiter.of(text);
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter.character()).get();
        try (var parser = CSVParser.parse(text, format)) {
            return new TechnicianCsv(parser, delimiter).batch();
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
                        "has %d fields, but the header has %d: quote values that hold a %s"
                                .formatted(row.size(), header.size(), delimiter.inWords()));
            } else if (columns.holdsMore(row)) {
                errors.add(
                        line, null, "has a value in a column without a name: name it, or clear it");
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
                email(columns.value(row, "email")),
                active(columns.value(row, "active")));
    }

    private @Nullable Sent<String> email(@Nullable String cell) {
        if (cell != null && !isEmpty(cell) && !ADDRESS.matcher(AddressForm.seen(cell)).matches()) {
            errors.add(line, "email", "is no address, use one such as name@example.com");
            return null;
        }
        return cell == null ? null : new Sent<>(cell);
    }

    private @Nullable Sent<Boolean> active(@Nullable String cell) {
        if (cell == null || isEmpty(cell)) {
            return cell == null ? null : new Sent<>(null);
        }
        var flag = CsvFlag.of(cell);
        errors.add(line, "active", flag == null ? "is neither true nor false" : null);
        return new Sent<>(flag);
    }

    /** Whether nothing is seen in it. */
    private static boolean isEmpty(String cell) {
        return AddressForm.seen(cell).isEmpty();
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
                if (row.stream().anyMatch(cell -> !isEmpty(cell))) {
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

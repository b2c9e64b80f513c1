package org.teamsavailability.mapping.technician.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.RowErrors;

/** Where in a line which field stands, as the header says. */
record CsvColumns(Map<String, Integer> positions) {

    private static final List<String> REQUIRED = List.of("technicianId", "displayName");
    private static final List<String> ALLOWED =
            List.of("technicianId", "displayName", "email", "active");
    private static final Pattern IGNORED = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}_]");
    private static final Map<String, String> BY_FORM =
            ALLOWED.stream().collect(Collectors.toMap(CsvColumns::form, it -> it));

    CsvColumns {
        positions = Map.copyOf(positions);
    }

    /**
     * Reads the header.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException that names each wrong column
     */
    static CsvColumns of(int line, CSVRecord header) {
        var errors = RowErrors.ofRows();
        var positions = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            if (form(header.get(i)).isEmpty()) {
                continue;
            }
            var name = BY_FORM.get(form(header.get(i)));
            if (name == null) {
                errors.add(
                        line,
                        shown(header.get(i).strip()),
                        "is not a column, use " + String.join(", ", ALLOWED));
            } else if (positions.putIfAbsent(name, i) != null) {
                errors.add(line, name, "is there twice");
            }
        }
        var missing = new ArrayList<>(REQUIRED);
        missing.removeAll(positions.keySet());
        missing.forEach(name -> errors.add(line, name, "is missing in the header"));
        errors.throwIfAny();
        return new CsvColumns(positions);
    }

    /** Whether a value stands in a column without a name, as Excel leaves them next to a table. */
    boolean holdsMore(CSVRecord row) {
        return IntStream.range(0, row.size())
                .filter(it -> !positions.containsValue(it))
                .anyMatch(it -> !form(row.get(it)).isEmpty());
    }

    /** Without regard to case, white space and underscores. */
    private static String form(String name) {
        return IGNORED.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Null where the file has no such column. */
    @Nullable String value(CSVRecord row, String column) {
        var position = positions.get(column);
        return position == null ? null : row.get(position);
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}

package org.teamsavailability.systemtests.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of docs/metrics.md. */
public final class MetricsDocument {

    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9_]+)` \\| (\\w+) \\| (.*?) \\| (.+) \\|");

    private MetricsDocument() {}

    /**
     * A row.
     *
     * @param section the heading that it is under
     */
    public record Row(
            String section, String name, String type, Set<String> labels, String meaning) {

        /** Whether the enricher exports it. */
        public boolean isOfEnricher() {
            return !section.equals("Mapping service");
        }

        /** Whether the mapping-service exports it. */
        public boolean isOfMappingService() {
            return !section.equals("Enricher");
        }
    }

    /** All of them. */
    public static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var section = "";
        for (var line : Monitoring.text(Monitoring.DOCS.resolve("metrics.md")).lines().toList()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            }
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(
                        new Row(
                                section,
                                row.group(1),
                                row.group(2),
                                labels(row.group(3)),
                                row.group(4)));
            }
        }
        return rows;
    }

    private static Set<String> labels(String cell) {
        return Arrays.stream(cell.split(", "))
                .filter(label -> label.startsWith("`"))
                .map(label -> label.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

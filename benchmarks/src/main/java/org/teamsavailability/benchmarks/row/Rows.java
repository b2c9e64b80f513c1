package org.teamsavailability.benchmarks.row;

import java.util.List;
import java.util.stream.Collectors;

/** Every row. */
public final class Rows {

    /** In the order of their numbers. */
    public static final List<Row> ALL =
            List.of(
                    new LatencyWall(),
                    new QuotaWall(),
                    new LatencyFloor(),
                    new CallsPerAnswer(),
                    new NoisyDesk(),
                    new Outage(),
                    new Restart(),
                    new Idle(),
                    new Growth(),
                    new GatewayAlone(),
                    new Cold(),
                    new OverHttp());

    private Rows() {}

    /**
     * The rows with these ids; all for the id {@code all}.
     *
     * @throws IllegalArgumentException if one does not exist; the message says what is allowed
     */
    public static List<Row> named(List<String> ids) {
        if (ids.equals(List.of("all"))) {
            return ALL;
        }
        return ids.stream().map(Rows::named).toList();
    }

    private static Row named(String id) {
        return ALL.stream()
                .filter(row -> row.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'%s' is no row, allowed: %s, or all"
                                        .formatted(
                                                id,
                                                ALL.stream()
                                                        .map(Row::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}

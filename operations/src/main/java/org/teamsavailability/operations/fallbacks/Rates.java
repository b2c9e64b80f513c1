package org.teamsavailability.operations.fallbacks;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teamsavailability.operations.console.TextTable;
import org.teamsavailability.schemas.Reason;

/** How often each reason came in the last minutes, counted by the second. For one thread. */
final class Rates {

    /** What is older counts for nothing. */
    static final Duration LONGEST = Duration.ofMinutes(60);

    private static final List<Duration> SPANS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), LONGEST);

    private final TreeMap<Long, Map<Reason, Integer>> seconds = new TreeMap<>();

    void add(Reason reason, Instant at) {
        seconds.computeIfAbsent(at.getEpochSecond(), _ -> new EnumMap<>(Reason.class))
                .merge(reason, 1, Integer::sum);
        seconds.headMap(seconds.lastKey() - 2 * LONGEST.toSeconds()).clear();
    }

    /** A table: the most frequent reason of the last hour first. */
    List<String> table(Instant now) {
        var table = new TextTable("LAST 1 MIN", "5 MIN", "60 MIN", "REASON");
        var counts = counts(now);
        counts.entrySet().stream()
                .sorted((a, b) -> b.getValue()[2] - a.getValue()[2])
                .forEach(count -> table.add(row(count.getValue(), count.getKey().name())));
        if (counts.isEmpty()) {
            table.add("0", "0", "0", "(none)");
        }
        return table.lines();
    }

    private static String[] row(int[] counts, String reason) {
        return new String[] {
            Integer.toString(counts[0]),
            Integer.toString(counts[1]),
            Integer.toString(counts[2]),
            reason
        };
    }

    private Map<Reason, int[]> counts(Instant now) {
        var counts = new EnumMap<Reason, int[]>(Reason.class);
        for (int span = 0; span < SPANS.size(); span++) {
            int place = span;
            long from = now.minus(SPANS.get(span)).getEpochSecond();
            seconds.tailMap(from, false)
                    .values()
                    .forEach(second ->
                            second.forEach((reason, number) ->
                                    counts.computeIfAbsent(reason, _ -> new int[SPANS.size()])[
                                                    place] +=
                                            number));
        }
        return counts;
    }
}

package org.teamsavailability.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The rows of one read of shifts or of time off.
 *
 * @param spans the shared rows that can be used
 * @param unusable who has a shared row that was dropped because its end is missing, not after its
 *     start or before the year 2000, or because one of its fields cannot be read
 * @param dropped how many rows were dropped, those without a readable user included; 0 or more
 */
public record RotaRows(List<RotaSpan> spans, Set<UUID> unusable, int dropped) {

    public RotaRows {
        spans = List.copyOf(spans);
        unusable = Set.copyOf(unusable);
    }

    /** Rows that can all be used. */
    public static RotaRows of(List<RotaSpan> spans) {
        return new RotaRows(spans, Set.of(), 0);
    }

    /** The rows of several pages, together. */
    public static RotaRows together(Collection<RotaRows> pages) {
        Set<UUID> unusable = new HashSet<>();
        pages.forEach(page -> unusable.addAll(page.unusable()));
        return new RotaRows(
                pages.stream().flatMap(page -> page.spans().stream()).toList(),
                unusable,
                pages.stream().mapToInt(RotaRows::dropped).sum());
    }

    /** Says nothing: rota data leaves the process only as a verdict. */
    @Override
    public String toString() {
        return "RotaRows[redacted]";
    }
}

package org.teamsavailability.graph;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one read of shifts or of time off. Immutable. */
public final class RotaRows {

    private final List<RotaSpan> spans;
    private final Set<UUID> unusable;
    private final int dropped;

    /** One read serves many requests: the index is made once, by the first of them. */
    private volatile @Nullable Map<UUID, List<RotaSpan>> byAccount;

    /**
     * @param spans the shared rows that can be used
     * @param unusable who has a shared row that was dropped because its end is missing, not after
     *     its start or before the year 2000, or because one of its fields cannot be read
     * @param dropped how many rows were dropped, those without a readable user included; 0 or more
     */
    public RotaRows(List<RotaSpan> spans, Set<UUID> unusable, int dropped) {
        this.spans = List.copyOf(spans);
        this.unusable = Set.copyOf(unusable);
        this.dropped = dropped;
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

    /** The shared rows that can be used. */
    public List<RotaSpan> spans() {
        return spans;
    }

    /** Those of one person. */
    public List<RotaSpan> spansOf(UUID account) {
        Map<UUID, List<RotaSpan>> index = byAccount;
        if (index == null) {
            index = spans.stream().collect(groupingBy(RotaSpan::account, toUnmodifiableList()));
            byAccount = index;
        }
        return index.getOrDefault(account, List.of());
    }

    /** Who has a shared row that was dropped because it cannot be used. */
    public Set<UUID> unusable() {
        return unusable;
    }

    /** How many rows were dropped, those without a readable user included; 0 or more. */
    public int dropped() {
        return dropped;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RotaRows that
                && spans.equals(that.spans)
                && unusable.equals(that.unusable)
                && dropped == that.dropped;
    }

    @Override
    public int hashCode() {
        return Objects.hash(spans, unusable, dropped);
    }

    /** Says nothing: rota data leaves the process only as a verdict. */
    @Override
    public String toString() {
        return "RotaRows[redacted]";
    }
}

package org.teamsavailability.graph.sdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.RotaSpan;

/** What a row of a listing of shifts or time off says; one bad row affects one person at most. */
sealed interface RotaRow {

    /** A row without a readable user. */
    RotaRow NOBODYS = new Nobodys();

    /** Shared, with a start and an end. */
    record Usable(RotaSpan span) implements RotaRow {}

    /** Shared as far as can be read, and dropped. */
    record Unusable(UUID account) implements RotaRow {}

    /** Dropped. */
    record Nobodys() implements RotaRow {}

    static RotaRows together(List<RotaRow> rows) {
        List<RotaSpan> spans = new ArrayList<>();
        Set<UUID> unusable = new HashSet<>();
        for (RotaRow row : rows) {
            switch (row) {
                case Usable(var span) -> spans.add(span);
                case Unusable(var account) -> unusable.add(account);
                case Nobodys _ -> {}
            }
        }
        return new RotaRows(spans, unusable, rows.size() - spans.size());
    }
}

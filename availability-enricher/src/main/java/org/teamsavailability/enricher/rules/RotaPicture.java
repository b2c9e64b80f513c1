package org.teamsavailability.enricher.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.RotaEvidence.Read;

/** The shifts and time off of all rota teams that could be read, taken together. */
final class RotaPicture {

    private final Map<String, List<Span>> shifts = new HashMap<>();
    private final Map<String, List<Span>> timeOff = new HashMap<>();
    private final boolean complete;
    private final @Nullable Instant oldestReadAt;

    /**
     * @param complete whether no rota team is missing
     */
    RotaPicture(Collection<Read> teams, boolean complete) {
        for (Read team : teams) {
            for (Shift shift : team.shifts()) {
                add(shifts, shift.technicianId(), shift.start(), shift.end());
            }
            for (TimeOff off : team.timeOff()) {
                add(timeOff, off.technicianId(), off.start(), off.end());
            }
        }
        shifts.replaceAll((_, spans) -> merged(spans));
        this.complete = complete;
        this.oldestReadAt =
                teams.stream().map(Read::readAt).min(Comparator.naturalOrder()).orElse(null);
    }

    /** A technician's shifts; those that touch or overlap are one. */
    List<Span> shiftsOf(String technicianId) {
        return shifts.getOrDefault(technicianId, List.of());
    }

    List<Span> timeOffOf(String technicianId) {
        return timeOff.getOrDefault(technicianId, List.of());
    }

    boolean isComplete() {
        return complete;
    }

    /** When the oldest of it was read; null where nothing was. */
    @Nullable Instant oldestReadAt() {
        return oldestReadAt;
    }

    private static void add(
            Map<String, List<Span>> spans, String technicianId, Instant start, Instant end) {
        if (start.isBefore(end)) {
            spans.computeIfAbsent(technicianId, _ -> new ArrayList<>()).add(new Span(start, end));
        }
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span next : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.start().isAfter(last.end())) {
                merged.add(next);
            } else if (next.end().isAfter(last.end())) {
                merged.set(merged.size() - 1, new Span(last.start(), next.end()));
            }
        }
        return merged;
    }
}

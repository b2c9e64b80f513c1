package org.teamsavailability.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.RotaEvidence.Read;

/** The shifts and time off of all rota teams that could be read, taken together. */
final class RotaPicture {

    private final Map<String, List<Span>> shifts = new HashMap<>();
    private final Map<String, List<Span>> timeOff = new HashMap<>();
    private final Set<String> unusableShifts = new HashSet<>();
    private final Set<String> unusableTimeOff = new HashSet<>();
    private final boolean complete;
    private boolean allTimeOff = true;
    private final @Nullable Instant oldestReadAt;

    /**
     * @param complete whether no rota team is missing
     */
    RotaPicture(Collection<Read> teams, boolean complete) {
        for (Read team : teams) {
            unusableShifts.addAll(team.unusableShifts());
            unusableTimeOff.addAll(team.unusableTimeOff());
            allTimeOff &= team.missingTimeOff() == null;
            for (Shift shift : team.shifts()) {
                if (isUsable(shift.start(), shift.end())) {
                    add(shifts, shift.technicianId(), new Span(shift.start(), shift.end()));
                } else {
                    unusableShifts.add(shift.technicianId());
                }
            }
            for (TimeOff off : team.timeOff()) {
                if (isUsable(off.start(), off.end())) {
                    add(timeOff, off.technicianId(), new Span(off.start(), off.end()));
                } else {
                    unusableTimeOff.add(off.technicianId());
                }
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

    /** Whether nothing is missing that could be a technician's shift. */
    boolean knowsAllShiftsOf(String technicianId) {
        return complete && !unusableShifts.contains(technicianId);
    }

    /** Whether no row is missing that could be a technician's time off in a team that was read. */
    boolean knowsTimeOffOf(String technicianId) {
        return allTimeOff && !unusableTimeOff.contains(technicianId);
    }

    /** When the oldest of it was read; null where nothing was. */
    @Nullable Instant oldestReadAt() {
        return oldestReadAt;
    }

    private static boolean isUsable(Instant start, Instant end) {
        return start.isBefore(end) && !end.isBefore(RequestTimes.EARLIEST);
    }

    private static void add(Map<String, List<Span>> spans, String technicianId, Span span) {
        spans.computeIfAbsent(technicianId, _ -> new ArrayList<>()).add(span);
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

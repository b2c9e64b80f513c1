package org.teamsavailability.simulator.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Span;

/**
 * The documented {@code $filter} of shifts and times off: {@code sharedShift/startDateTime ge X and
 * sharedShift/endDateTime le Y}, the same for {@code draftShift}, each property at most once. It
 * selects what lies wholly inside.
 */
record ScheduleFilter(Map<String, Instant> bounds) {
    private static final Pattern CONDITION =
            Pattern.compile("(shared|draft)(\\w+)/(start|end)DateTime\\s+(\\w+)\\s+(\\S+)");
    static final ScheduleFilter EVERYTHING = new ScheduleFilter(Map.of());

    ScheduleFilter {
        bounds = Map.copyOf(bounds);
    }

    /**
     * Reads a filter.
     *
     * @param type {@code Shift} or {@code TimeOff}
     * @throws UnsupportedFilter when it is of any other form
     */
    static ScheduleFilter read(String filter, String type) throws UnsupportedFilter {
        Map<String, Instant> bounds = new HashMap<>();
        for (String part : filter.strip().split("\\s+and\\s+", -1)) {
            Matcher condition = CONDITION.matcher(part);
            if (!condition.matches() || !condition.group(2).equals(type)) {
                throw new UnsupportedFilter("Invalid filter clause: '" + part + "'.");
            }
            String bound = condition.group(1) + condition.group(3);
            String operator = condition.group(3).equals("start") ? "ge" : "le";
            if (!condition.group(4).equals(operator)) {
                throw new UnsupportedFilter(
                        "Operator '" + condition.group(4) + "' is not supported here.");
            }
            if (bounds.put(bound, instant(condition.group(5))) != null) {
                throw new UnsupportedFilter("A property is used more than once in the filter.");
            }
        }
        return new ScheduleFilter(bounds);
    }

    boolean selects(ScheduleEntry entry) {
        return inside(entry.shared(), "shared") && inside(entry.draft(), "draft");
    }

    private boolean inside(@Nullable Span span, String which) {
        Instant from = bounds.get(which + "start");
        Instant to = bounds.get(which + "end");
        if (from == null && to == null) {
            return true;
        }
        return span != null
                && (from == null || !span.start().isBefore(from))
                && (to == null || !span.end().isAfter(to));
    }

    private static Instant instant(String text) throws UnsupportedFilter {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw new UnsupportedFilter("'" + text + "' is not a date with time and offset.");
        }
    }

    /** A filter that Shifts does not take. */
    static final class UnsupportedFilter extends Exception {
        private static final long serialVersionUID = 1;

        UnsupportedFilter(String message) {
            super(message);
        }
    }
}

package org.teamsavailability.simulator.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Span;

/**
 * The documented {@code $filter} of shifts and times off: {@code sharedShift/startDateTime ge X and
 * sharedShift/endDateTime le Y}, the same for {@code draftShift}, each property at most once. It
 * selects what lies wholly inside. Where filters may be of any form, each property may be compared
 * in any way and more than once.
 */
record ScheduleFilter(List<Bound> bounds) {
    private static final Set<String> OPERATORS = Set.of("ge", "gt", "le", "lt", "eq");
    private static final Pattern CONDITION =
            Pattern.compile("(shared|draft)(\\w+)/(start|end)DateTime\\s+(\\w+)\\s+(\\S+)");
    static final ScheduleFilter EVERYTHING = new ScheduleFilter(List.of());

    /**
     * A condition on an entry.
     *
     * @param which {@code shared} or {@code draft}
     * @param end whether it is on the end, not on the start
     */
    record Bound(String which, boolean end, String operator, Instant at) {

        boolean admits(ScheduleEntry entry) {
            Span span = which.equals("shared") ? entry.shared() : entry.draft();
            if (span == null) {
                return false;
            }
            int compared = (end ? span.end() : span.start()).compareTo(at);
            return switch (operator) {
                case "ge" -> compared >= 0;
                case "gt" -> compared > 0;
                case "le" -> compared <= 0;
                case "lt" -> compared < 0;
                default -> compared == 0;
            };
        }
    }

    ScheduleFilter {
        bounds = List.copyOf(bounds);
    }

    /**
     * Reads a filter.
     *
     * @param type {@code Shift} or {@code TimeOff}
     * @param any whether other than the documented form is taken
     * @throws UnsupportedFilter when it is of any other form
     */
    static ScheduleFilter read(String filter, String type, boolean any) throws UnsupportedFilter {
        List<Bound> bounds = new ArrayList<>();
        Set<String> properties = new HashSet<>();
        for (String part : filter.strip().split("\\s+and\\s+", -1)) {
            Matcher condition = CONDITION.matcher(part);
            if (!condition.matches() || !condition.group(2).equals(type)) {
                throw new UnsupportedFilter("Invalid filter clause: '" + part + "'.");
            }
            boolean end = condition.group(3).equals("end");
            String operator = condition.group(4);
            if (!OPERATORS.contains(operator) || (!any && !operator.equals(end ? "le" : "ge"))) {
                throw new UnsupportedFilter("Operator '" + operator + "' is not supported here.");
            }
            if (!properties.add(condition.group(1) + end) && !any) {
                throw new UnsupportedFilter("A property is used more than once in the filter.");
            }
            bounds.add(new Bound(condition.group(1), end, operator, instant(condition.group(5))));
        }
        return new ScheduleFilter(bounds);
    }

    boolean selects(ScheduleEntry entry) {
        return bounds.stream().allMatch(bound -> bound.admits(entry));
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

package org.teamsavailability.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Problem.Kind;

/** Finds times of a request that cannot be meant: a sender may have mistaken their unit. */
public final class RequestTimes {

    /** The planning window of a request is not longer. */
    public static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final String USE_TIMES =
            "use times of the years 2000 to 9998 and send them in milliseconds since 1970, not in"
                    + " seconds or microseconds";

    private RequestTimes() {}

    /**
     * Says what is wrong with the time until which an answer is wanted.
     *
     * @return null where nothing is wrong
     */
    public static @Nullable Problem problemOfRespondBy(@Nullable Instant respondBy) {
        return respondBy == null || !isBeyond(respondBy)
                ? null
                : new Problem(
                        Kind.TIME_OUT_OF_RANGE,
                        Map.of("what", "time to respond by", "time", respondBy.toString()),
                        "the time to respond by is %s, %s".formatted(respondBy, USE_TIMES));
    }

    /**
     * Says what is wrong with a slot.
     *
     * @param naming names the slot, such as {@code proposed slot}; called where something is wrong
     * @return null where nothing is wrong
     */
    static @Nullable Problem problemOfSlot(Supplier<String> naming, @Nullable Slot slot) {
        if (slot == null) {
            return null;
        }
        Instant end = slot.end();
        if (isBeyond(slot.start()) || (end != null && isBeyond(end))) {
            String name = naming.get();
            return problem(
                    Kind.TIME_OUT_OF_RANGE,
                    name,
                    slot,
                    "the %s is from %s to %s, %s"
                            .formatted(
                                    name,
                                    slot.start(),
                                    end == null ? "an open end" : end,
                                    USE_TIMES));
        }
        if (end == null || end.isAfter(slot.start())) {
            return null;
        }
        String name = naming.get();
        return problem(
                Kind.ENDS_BEFORE_START,
                name,
                slot,
                "the %s ends at %s but starts at %s, let it end after its start"
                        .formatted(name, end, slot.start()));
    }

    private static Problem problem(Kind kind, String what, Slot slot, String text) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("what", what);
        parameters.put("start", slot.start().toString());
        if (slot.end() != null) {
            parameters.put("end", slot.end().toString());
        }
        return new Problem(kind, parameters, text);
    }

    /** Microsoft knows no such times; seconds that were taken for milliseconds look like this. */
    public static boolean isBeyond(Instant time) {
        return time.isBefore(EARLIEST) || !time.isBefore(LATEST);
    }

    /**
     * Says what is wrong with the planning window.
     *
     * @return null where nothing is wrong
     */
    static @Nullable Problem problemOfWindow(@Nullable Slot window) {
        Problem wrong = problemOfSlot(() -> "planning window", window);
        if (wrong != null || window == null || window.end() == null) {
            return wrong;
        }
        return Duration.between(window.start(), window.end()).compareTo(LONGEST_WINDOW) <= 0
                ? null
                : problem(
                        Kind.WINDOW_TOO_LONG,
                        "planning window",
                        window,
                        "the planning window from %s to %s is too long, use at most %d days"
                                .formatted(window.start(), window.end(), LONGEST_WINDOW.toDays()));
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;

/** How the gateway asks; checked when it is made. */
public record GatewaySettings(
        Ages ages, Calls calls, Retries retries, Memory memory, LongTimeOff longTimeOff) {

    /** With the usual long read of time off. */
    public GatewaySettings(Ages ages, Calls calls, Retries retries, Memory memory) {
        this(ages, calls, retries, memory, LongTimeOff.defaults());
    }

    /** What the product runs with unless configured. */
    public static GatewaySettings defaults() {
        return new GatewaySettings(
                Ages.defaults(), Calls.defaults(), Retries.defaults(), Memory.defaults());
    }

    /**
     * How old something may be, since its response was complete, and still be used when it is asked
     * for again; 0 = never.
     *
     * @param presence 0 s to 1 min, default 5 s
     * @param rota shifts and time off; 0 s to 1 h, default 60 s
     * @param schedule whether a team has a usable schedule; 0 s to 24 h, default 10 min
     * @param badId an account Graph refused, which is not sent in that time; 0 s to 24 h, default
     *     10 min
     */
    public record Ages(Duration presence, Duration rota, Duration schedule, Duration badId) {
        public Ages {
            Check.range("ages.presence", presence, Duration.ZERO, Duration.ofMinutes(1));
            Check.range("ages.rota", rota, Duration.ZERO, Duration.ofHours(1));
            Check.range("ages.schedule", schedule, Duration.ZERO, Duration.ofHours(24));
            Check.range("ages.badId", badId, Duration.ZERO, Duration.ofHours(24));
        }

        public static Ages defaults() {
            return new Ages(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10));
        }
    }

    /**
     * How calls of one tenant follow each other.
     *
     * @param presencePace from the start of a presence call to the next; 0 s to 1 s, default 20 ms.
     *     Source: getPresencesByUserId, "1500 API requests in a 30 second period, per application
     *     per tenant"
     * @param presenceInFlight presence calls out at once; 1 to 64, default 4
     * @param scheduleInFlight calls for schedules, shifts and time off out at once; 1 to 64,
     *     default 4
     * @param schedulesASecond such calls started within a second; 1 to 30, default 30. Source:
     *     Microsoft Teams service limits, "30 rps per app per tenant"
     * @param schedulesATeamAndSecond such calls of one team; 1 to 4, default 4. Source: the same,
     *     "a maximum of four requests per second per app can be issued on a given team"
     * @param fillPresenceCalls whether a presence call with room also reads accounts that were
     *     asked for lately and whose presence is past half of its age limit; default true
     * @param fillAskedWithin how long ago a request may have asked for such an account; 0 s to 10
     *     min, default 5 s, and never less than the age limit
     */
    public record Calls(
            Duration presencePace,
            int presenceInFlight,
            int scheduleInFlight,
            int schedulesASecond,
            int schedulesATeamAndSecond,
            boolean fillPresenceCalls,
            Duration fillAskedWithin) {
        public Calls {
            Check.range("calls.presencePace", presencePace, Duration.ZERO, Duration.ofSeconds(1));
            Check.range("calls.presenceInFlight", presenceInFlight, 1, 64);
            Check.range("calls.scheduleInFlight", scheduleInFlight, 1, 64);
            Check.range("calls.schedulesASecond", schedulesASecond, 1, 30);
            Check.range("calls.schedulesATeamAndSecond", schedulesATeamAndSecond, 1, 4);
            Check.range(
                    "calls.fillAskedWithin",
                    fillAskedWithin,
                    Duration.ZERO,
                    Duration.ofMinutes(10));
        }

        public static Calls defaults() {
            return new Calls(Duration.ofMillis(20), 4, 4, 30, 4, true, Duration.ofSeconds(5));
        }
    }

    /**
     * How often what can still succeed is tried within a deadline. The pause doubles from attempt
     * to attempt and half of it is random.
     *
     * @param attempts in all, the first included; 1 to 10, default 3
     * @param firstPause the longest pause after the first attempt; 1 ms to 10 s, default 50 ms
     * @param longestPause no pause is longer; firstPause to 1 min, default 1 s
     * @param longestRetryAfter a longer {@code Retry-After} of Microsoft's counts as this; 1 s to
     *     24 h, default 1 h
     */
    public record Retries(
            int attempts, Duration firstPause, Duration longestPause, Duration longestRetryAfter) {
        public Retries {
            Check.range("retries.attempts", attempts, 1, 10);
            Check.range(
                    "retries.firstPause", firstPause, Duration.ofMillis(1), Duration.ofSeconds(10));
            Check.range("retries.longestPause", longestPause, firstPause, Duration.ofMinutes(1));
            Check.range(
                    "retries.longestRetryAfter",
                    longestRetryAfter,
                    Duration.ofSeconds(1),
                    Duration.ofHours(24));
        }

        public static Retries defaults() {
            return new Retries(
                    3, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofHours(1));
        }
    }

    /**
     * How much is remembered over all tenants; what was least used goes first.
     *
     * @param presences accounts, about 200 bytes each; 1 to 10,000,000, default 200,000
     * @param spans shifts and time off, about 130 bytes each; 1 to 100,000,000, default 500,000
     * @param schedules teams, about 200 bytes each; 1 to 1,000,000, default 20,000
     * @param badIds accounts, about 200 bytes each; 1 to 1,000,000, default 50,000
     */
    public record Memory(int presences, int spans, int schedules, int badIds) {
        public Memory {
            Check.range("memory.presences", presences, 1, 10_000_000);
            Check.range("memory.spans", spans, 1, 100_000_000);
            Check.range("memory.schedules", schedules, 1, 1_000_000);
            Check.range("memory.badIds", badIds, 1, 1_000_000);
        }

        public static Memory defaults() {
            return new Memory(200_000, 500_000, 20_000, 50_000);
        }
    }

    /**
     * The read of time off that is long or far away.
     *
     * @param days before and after today; 62 to 3,650, default 400
     * @param pages at most in one read; 1 to 10,000, default 500
     * @param age how old it may be before it is read again; 1 s to 24 h, default 6 h
     * @param served how old it may be and still be used while it is read again; age to 7 d, default
     *     24 h
     */
    public record LongTimeOff(int days, int pages, Duration age, Duration served) {
        public LongTimeOff {
            Check.range("longTimeOff.days", days, 62, 3_650);
            Check.range("longTimeOff.pages", pages, 1, 10_000);
            Check.range("longTimeOff.age", age, Duration.ofSeconds(1), Duration.ofHours(24));
            Check.range("longTimeOff.served", served, age, Duration.ofDays(7));
        }

        public static LongTimeOff defaults() {
            return new LongTimeOff(400, 500, Duration.ofHours(6), Duration.ofHours(24));
        }
    }

    private static final class Check {
        static <T extends Comparable<T>> void range(String name, T value, T least, T most) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "%s is %s; it must lie between %s and %s"
                                .formatted(name, value, least, most));
            }
        }
    }
}

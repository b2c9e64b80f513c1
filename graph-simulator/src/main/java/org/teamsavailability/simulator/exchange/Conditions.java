package org.teamsavailability.simulator.exchange;

import java.time.Duration;

/**
 * How calls go where no fault says otherwise. Can be changed while the simulator runs.
 *
 * @param latency how long every call takes at least, not negative
 * @param limits whether Microsoft's rate limits are enforced
 * @param pageSize how many entries a page of a list holds at most, at least 1; the directory holds
 *     itself to {@code $top}, too
 * @param emptyFirstPage whether the first page of such a list is empty and links to the second
 * @param tokenLifetime how long a token is valid, at least a second
 * @param presenceIds how many ids a presence call may have, at least 1
 * @param anyShiftsFilter whether Shifts takes filters of other than the documented form: each
 *     operator, and a property more than once
 */
public record Conditions(
        Duration latency,
        boolean limits,
        int pageSize,
        boolean emptyFirstPage,
        Duration tokenLifetime,
        int presenceIds,
        boolean anyShiftsFilter) {

    /** What Microsoft documents for a presence call. */
    private static final int DOCUMENTED_IDS = 650;

    /**
     * No latency, no limits, pages of 1,000, tokens of an hour less a second, the rest as
     * documented.
     */
    public static final Conditions IDEAL =
            new Conditions(
                    Duration.ZERO,
                    false,
                    1000,
                    false,
                    Duration.ofSeconds(3599),
                    DOCUMENTED_IDS,
                    false);

    public Conditions {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency is " + latency + ", not negative allowed");
        }
        if (pageSize < 1) {
            throw new IllegalArgumentException("page size is " + pageSize + ", at least 1 allowed");
        }
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "token lifetime is " + tokenLifetime + ", at least 1 s allowed");
        }
        if (presenceIds < 1) {
            throw new IllegalArgumentException(
                    "ids of a presence call are " + presenceIds + ", at least 1 allowed");
        }
    }

    /** The same with another latency. */
    public Conditions withLatency(Duration other) {
        return new Conditions(
                other,
                limits,
                pageSize,
                emptyFirstPage,
                tokenLifetime,
                presenceIds,
                anyShiftsFilter);
    }

    /** The same with Microsoft's limits on or off. */
    public Conditions withLimits(boolean on) {
        return new Conditions(
                latency, on, pageSize, emptyFirstPage, tokenLifetime, presenceIds, anyShiftsFilter);
    }

    /** The same with another page size. */
    public Conditions withPageSize(int other) {
        return new Conditions(
                latency,
                limits,
                other,
                emptyFirstPage,
                tokenLifetime,
                presenceIds,
                anyShiftsFilter);
    }

    /** The same with an empty first page or without. */
    public Conditions withEmptyFirstPage(boolean on) {
        return new Conditions(
                latency, limits, pageSize, on, tokenLifetime, presenceIds, anyShiftsFilter);
    }

    /** The same with another lifetime of tokens. */
    public Conditions withTokenLifetime(Duration other) {
        return new Conditions(
                latency, limits, pageSize, emptyFirstPage, other, presenceIds, anyShiftsFilter);
    }

    /** The same with another number of ids that a presence call may have. */
    public Conditions withPresenceIds(int most) {
        return new Conditions(
                latency, limits, pageSize, emptyFirstPage, tokenLifetime, most, anyShiftsFilter);
    }

    /** The same with other filters of Shifts allowed or refused. */
    public Conditions withAnyShiftsFilter(boolean on) {
        return new Conditions(
                latency, limits, pageSize, emptyFirstPage, tokenLifetime, presenceIds, on);
    }
}

package org.teamsavailability.enricher.stage;

import java.time.Duration;

/**
 * The bounds of the asynchronous stage.
 *
 * @param slots how many requests of one task may wait for Teams, 4 to 100,000; a quarter more is a
 *     reserve for other desks where one holds more than its share
 * @param answerWithin how long a request without {@code respondBy} waits at most, 10 ms to 30 s
 * @param longestWait how far ahead a {@code respondBy} is honoured, up to 5 minutes
 * @param tick how often deadlines and completions are looked at while requests wait, 1 ms to 1 s
 * @param commitPause the shortest time between two commits that the tasks of a stream thread ask
 *     for, 0 to 1 s
 */
public record StageSettings(
        int slots,
        Duration answerWithin,
        Duration longestWait,
        Duration tick,
        Duration commitPause) {

    /** One desk may hold at most this part of a task's slots while others hold some. */
    private static final int DESKS_PART = 4;

    public static final StageSettings DEFAULTS =
            new StageSettings(
                    2_000,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(5),
                    Duration.ofMillis(15));

    public StageSettings {
        requireBetween("slots", Duration.ofMillis(slots), 4, 100_000);
        requireBetween("answer-within", answerWithin, 10, 30_000);
        requireBetween("longest-wait", longestWait, answerWithin.toMillis(), 300_000);
        requireBetween("tick", tick, 1, 1_000);
        requireBetween("commit-pause", commitPause, 0, 1_000);
    }

    /** How many slots of a task one service desk may hold while others hold some. */
    int slotsPerDesk() {
        return slots / DESKS_PART;
    }

    private static void requireBetween(String name, Duration value, long low, long high) {
        if (value.toMillis() < low || value.toMillis() > high) {
            throw new IllegalArgumentException(
                    "teams-availability.stage.%s is %d, but must be %d to %d (milliseconds, or slots)"
                            .formatted(name, value.toMillis(), low, high));
        }
    }
}

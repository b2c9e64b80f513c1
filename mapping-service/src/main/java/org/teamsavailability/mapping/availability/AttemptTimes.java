package org.teamsavailability.mapping.availability;

import java.time.Duration;

/**
 * How long an attempt to publish a request may take. Its deadline is counted by the database, its
 * parts by the instance, from a moment before: so both clocks may differ, and only their pace
 * counts.
 *
 * @param deadline from when the row is written until nothing of the attempt can reach the topic
 * @param startsWithin how much of it may pass until the record is given to the producer
 * @param block how much of it the producer may block its caller
 */
public record AttemptTimes(Duration deadline, Duration startsWithin, Duration block) {

    /** Of these tenths of the deadline, the producer has the rest to deliver the record. */
    private static final int TENTHS_TO_START = 2;

    private static final int TENTHS_TO_BLOCK = 1;

    /** The parts of a deadline. */
    public static AttemptTimes of(Duration deadline) {
        var tenth = deadline.dividedBy(10);
        return new AttemptTimes(
                deadline, tenth.multipliedBy(TENTHS_TO_START), tenth.multipliedBy(TENTHS_TO_BLOCK));
    }

    /** How long the producer may try to deliver a record: {@code delivery.timeout.ms}. */
    public Duration delivery() {
        return deadline.minus(startsWithin).minus(block);
    }

    /** Within which the current attempt of a row has ended. */
    Duration retryAfter(StoredRequest row) {
        return row.isPastDeadline() ? deadline : row.untilDeadline();
    }
}

package org.teamsavailability.mapping.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be published.
 *
 * @param marks how many are due; at {@value #MOST} it is no longer counted
 * @param oldestDueAt since when the oldest waits; null where none does
 */
public record Backlog(int marks, @Nullable Instant oldestDueAt) {

    /** Up to here marks are counted. */
    public static final int MOST = 10_000;

    /** Nothing waits. */
    public static final Backlog NONE = new Backlog(0, null);
}

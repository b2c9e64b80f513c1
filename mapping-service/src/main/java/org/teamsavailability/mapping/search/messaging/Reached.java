package org.teamsavailability.mapping.search.messaging;

import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How far a search came.
 *
 * @param isAnythingRead whether it came any further
 * @param offset of the oldest record that was read
 * @param complete whether this is the begin of the part
 * @param oldest the time of the oldest record that was read, of any desk; null if there was none
 */
public record Reached(
        boolean isAnythingRead, long offset, boolean complete, @Nullable Instant oldest) {

    /**
     * The same for a search that has to come further.
     *
     * @throws TimeoutException if there was something to read and the time was over before
     */
    public Reached required() {
        if (!isAnythingRead && !complete) {
            throw new TimeoutException("No record came in time");
        }
        return this;
    }
}

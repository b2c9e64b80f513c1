package org.teamsavailability.mapping.availability;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/**
 * The requests of the transaction's desk of the last {@link #KEPT}. All times are those of the
 * database, so that the clocks of instances do not matter.
 */
public interface RequestStore {

    /** How long a request is known; its records stay on the topics as long by default. */
    Duration KEPT = Duration.ofHours(24);

    /**
     * Adds requests, each with the first attempt to publish it, but none whose id the desk has. Of
     * two instances that add one at once, one succeeds.
     *
     * @param requests no two with the same id
     * @param deadline how long from now the attempts may publish them
     * @return the ids of those that were added
     */
    Set<String> add(
            DeskTransaction transaction, Collection<NewRequest> requests, Duration deadline);

    /** Null if the desk has none with the id. */
    @Nullable StoredRequest find(DeskTransaction transaction, String requestId);

    /**
     * Begins another attempt to publish a request that nobody has published, if the number of the
     * last attempt is still this one and its deadline has passed. One of several callers succeeds.
     *
     * @param deadline how long from now the attempt may publish it
     */
    boolean takeOver(
            DeskTransaction transaction, String requestId, int lastAttempt, Duration deadline);

    /**
     * Gives the current attempt a new deadline, after it has found no record before an offset.
     *
     * @return false if the attempt is no longer the current one, or the request is published
     */
    boolean renew(
            DeskTransaction transaction,
            String requestId,
            int attempt,
            long requestFrom,
            Duration deadline);

    /**
     * Stores where the records of requests are, of those where nobody has done so. Now and then
     * deletes a few requests that are too old. The commit may be lost in a crash of the database:
     * then a repeat finds the record on the topic.
     *
     * @param offsets by request id; not empty
     */
    void accepted(DeskTransaction transaction, Map<String, Long> offsets);

    /** Stores that its answer has no smaller offset than this. */
    void answerIsNotBefore(DeskTransaction transaction, String requestId, long answerFrom);

    /** Stores that the waits of calls that asked ended before their answers came. */
    void waitEnded(DeskTransaction transaction, Collection<String> requestIds);

    /**
     * Deletes requests that are too old.
     *
     * @param most how many at a time, 1 or more
     * @return how many were deleted
     */
    int deleteOld(DeskTransaction transaction, int most);
}

package org.teamsavailability.mapping.outbox;

import java.time.Duration;
import org.teamsavailability.mapping.desk.DeskTransaction;

/**
 * Marks everything of the transaction's desk. They come due one after the other, {@link #PACE}
 * apart, which is slower than the relay: a change made meanwhile is not behind thousands of them.
 */
public interface DeskEntries {

    /** Between two marks. */
    Duration PACE = Duration.ofNanos(500_000);

    /**
     * Marks the connection.
     *
     * @param after when it comes due, from now on
     * @return 1, or 0 where there is no such desk
     */
    int markConnection(DeskTransaction transaction, Duration after);

    /**
     * Marks every technician: where nothing is to be published, a tombstone goes out.
     *
     * @param after when the first comes due, from now on
     * @return how many there are
     */
    int markTechnicians(DeskTransaction transaction, Duration after);
}

package org.teamsavailability.mapping.desk.persistence;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskRefusal;

/**
 * Lets each desk have only so many transactions open, so that a desk whose transactions are slow,
 * or wait for each other, leaves connections of the pool to other desks. It remembers no desk
 * without transactions.
 */
final class DeskBulkhead {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConcurrentMap<String, Desk> desks = new ConcurrentHashMap<>();
    private final int most;
    private final Duration patience;

    DeskBulkhead(int most) {
        this(most, PATIENCE);
    }

    /**
     * @param most transactions of one desk at a time, 1 or more
     * @param patience how long the next one waits for one of them to end
     */
    DeskBulkhead(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** Those who use or await a permit are counted under the map's lock. */
    private static final class Desk {
        private final Semaphore permits;
        private int users;

        Desk(int most) {
            permits = new Semaphore(most, true);
        }
    }

    /**
     * Does the work when it is the desk's turn.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link DeskRefusal.Busy} where
     *     the turn does not come in time
     */
    <T extends @Nullable Object> T in(String serviceDeskId, Supplier<T> work) {
        var desk = enter(serviceDeskId);
        try {
            acquire(desk.permits);
            try {
                return work.get();
            } finally {
                desk.permits.release();
            }
        } finally {
            desks.computeIfPresent(serviceDeskId, (_, it) -> --it.users == 0 ? null : it);
        }
    }

    private Desk enter(String serviceDeskId) {
        return desks.compute(
                serviceDeskId,
                (_, before) -> {
                    var desk = before == null ? new Desk(most) : before;
                    desk.users++;
                    return desk;
                });
    }

    private void acquire(Semaphore permits) {
        try {
            if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DeskRefusal.Busy(patience).exception();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The service stops");
        }
    }

    /** How many desks are remembered. */
    int size() {
        return desks.size();
    }
}

package org.teamsavailability.mapping.outbox;

import org.jspecify.annotations.Nullable;

/** Lets one relay work at a time, of all instances. */
public interface RelayLock {

    /**
     * Takes the lock where it is free.
     *
     * @return null where another holds it
     */
    @Nullable Hold tryTake();

    /** The lock, as long as it lasts. */
    interface Hold extends AutoCloseable {

        /** Asks whether it still lasts, which also keeps it. */
        boolean lasts();

        /** Gives it back. Never throws. */
        @Override
        void close();
    }
}

package org.teamsavailability.mapping.outbox;

import java.util.List;

/**
 * Writes to the topics. Opening one fences those opened before, in any process: whatever they had
 * not finished is undone, and they write nothing more. One thread.
 */
public interface Publisher extends AutoCloseable {

    /** Opens publishers. */
    interface Source {

        /** What was read before is not to be published by this one: it may be out of date. */
        Publisher open();
    }

    /**
     * Writes all or, where it throws, perhaps none and perhaps all; then it is of no more use.
     *
     * @throws FencedException where another was opened since
     */
    void publish(List<Publication> publications);

    /** Undoes what is not finished. Never throws. */
    @Override
    void close();
}

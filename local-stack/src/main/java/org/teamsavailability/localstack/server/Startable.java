package org.teamsavailability.localstack.server;

/** Something that is started once, and can be closed from any thread, also while it starts. */
public interface Startable extends AutoCloseable {

    /**
     * Returns when it can be used.
     *
     * @throws RuntimeException if it does not start; it is still to be closed
     */
    void start();

    @Override
    void close();
}

package org.teamsavailability.benchmarks.load;

import org.teamsavailability.schemas.DispatchRequested;

/** One run over a {@link Route}. One thread sends. */
interface Session extends AutoCloseable {

    /** Sends a request and does not wait for its answer. */
    void send(DispatchRequested request);

    /** Returns when what was sent has left this process, as far as the route can tell. */
    void flush();

    /** Throws what has ended the receiving. */
    void check();

    /** How calls over HTTP have ended; empty for another route. */
    Statuses statuses();

    @Override
    void close();
}

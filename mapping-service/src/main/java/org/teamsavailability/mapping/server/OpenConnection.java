package org.teamsavailability.mapping.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection, and what it waits for. One thread at a time changes it, the one that serves the
 * connection; the acceptor and the timer read it. Times are of {@link System#nanoTime()}.
 */
final class OpenConnection {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnection.class);

    /** A request that takes longer does not keep its connection when others need the place. */
    private static final long LONGEST_REQUEST = Duration.ofMinutes(2).toNanos();

    private final SocketChannel socket;
    private final String network;

    /** Whether the next byte is the client's to send. */
    private volatile boolean waits = true;

    /** Since when it waits, or is served. */
    private volatile long since;

    private volatile boolean hasDeadline;

    /** When the client must have sent what it owes. */
    private volatile long deadline;

    private volatile boolean ended;

    OpenConnection(SocketChannel socket, String network, long now) {
        this.socket = socket;
        this.network = network;
        this.since = now;
    }

    boolean isOf(String otherNetwork) {
        return network.equals(otherNetwork);
    }

    /** Closed, or about to be. */
    boolean hasEnded() {
        return ended || !socket.isOpen();
    }

    long since() {
        return since;
    }

    /** Whether it may be closed to make room: it is idle, half a request, or takes too long. */
    boolean canBeClosed(long now) {
        return waits || now - since > LONGEST_REQUEST;
    }

    boolean isOverdue(long now) {
        return hasDeadline && deadline - now < 0;
    }

    /** Expects what the client owes by then, unless an earlier deadline holds. */
    void expectBy(long time) {
        if (!hasDeadline) {
            deadline = time;
            hasDeadline = true;
        }
    }

    /** A request is served from now on, and the client owes nothing. */
    void serve(long now) {
        since = now;
        resume();
    }

    /** A request was answered: the connection is idle. */
    void rest(long now) {
        since = now;
        waits = true;
        hasDeadline = false;
    }

    /** More of the body is read, by this time. */
    void awaitBody(long until) {
        expectBy(until);
        waits = true;
    }

    /** The body's next bytes are there. */
    void resume() {
        waits = false;
        hasDeadline = false;
    }

    /**
     * Ends the reading: the thread that waits for the client sees the end of the stream, may still
     * answer, and closes. Safe from any thread, which closing the socket itself is not.
     */
    void end() {
        ended = true;
        try {
            socket.shutdownInput();
            if (!waits) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            LOG.debug("A connection was closed already", e);
        }
    }
}

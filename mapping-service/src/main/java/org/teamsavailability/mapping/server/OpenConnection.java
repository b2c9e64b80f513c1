package org.teamsavailability.mapping.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection, and what it waits for. The thread that serves the connection changes it; the
 * acceptor and the timer end it. Times are of {@link System#nanoTime()}.
 */
final class OpenConnection {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnection.class);

    /** A request that takes longer does not keep its connection when others need the place. */
    private static final long LONGEST_REQUEST = Duration.ofMinutes(2).toNanos();

    private final SocketChannel socket;
    private final String network;

    /** Whether the next byte is the client's to send. */
    private boolean waits = true;

    /** Since when it waits, or is served. */
    private volatile long since;

    private boolean hasDeadline;

    /** When the client must have sent what it owes. */
    private long deadline;

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
    synchronized boolean canBeClosed(long now) {
        return waits || now - since > LONGEST_REQUEST;
    }

    /** Ends it where the client has not sent in time what it owes. */
    synchronized void endIfOverdue(long now) {
        if (hasDeadline && deadline - now < 0) {
            end();
        }
    }

    /**
     * Ends it where it may be closed to make room.
     *
     * @return whether it may
     */
    synchronized boolean endForRoom(long now) {
        if (!canBeClosed(now)) {
            return false;
        }
        end();
        return true;
    }

    /** Expects what the client owes by then, unless an earlier deadline holds. */
    synchronized void expectBy(long time) {
        if (!hasDeadline) {
            deadline = time;
            hasDeadline = true;
        }
    }

    /** A request is served from now on, and the client owes nothing. */
    synchronized void serve(long now) {
        since = now;
        resume();
    }

    /** A request was answered: the connection is idle. */
    synchronized void rest(long now) {
        since = now;
        waits = true;
        hasDeadline = false;
    }

    /** More of the body is read, by this time. */
    synchronized void awaitBody(long until) {
        expectBy(until);
        waits = true;
    }

    /** The body's next bytes are there. */
    synchronized void resume() {
        waits = false;
        hasDeadline = false;
    }

    /**
     * Ends the reading: the thread that waits for the client sees the end of the stream, may still
     * answer, and closes. Safe from any thread, which closing the socket itself is not. Under the
     * lock, so that the thread that the end wakes does not change what it waits for before that is
     * read here.
     */
    private void end() {
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

package org.teamsavailability.client;

/** The client was closed before the answer came. */
public final class ClientClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientClosedException() {
        super("The client was closed before the answer came");
    }
}

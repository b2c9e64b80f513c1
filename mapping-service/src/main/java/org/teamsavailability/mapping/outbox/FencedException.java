package org.teamsavailability.mapping.outbox;

/** Another instance publishes now: this one had stalled, and its turn was taken over. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FencedException(Throwable cause) {
        super("Another instance publishes now", cause);
    }
}

package org.teamsavailability.simulator.dataset;

/**
 * Data that cannot be read; the message names the source, the place, the value, and what may be.
 */
public final class BadData extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** With this message, which holds no secret. */
    public BadData(String message) {
        super(message);
    }
}

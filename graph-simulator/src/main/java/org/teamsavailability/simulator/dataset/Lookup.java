package org.teamsavailability.simulator.dataset;

/**
 * How a presence call answers for one account. Microsoft documents none but {@link #FOUND}, so
 * clients must bear them all.
 */
public enum Lookup {
    /** With its presence. */
    FOUND,
    /** Left out of the answer. */
    MISSING,
    /** With {@code PresenceUnknown}. */
    PRESENCE_UNKNOWN,
    /** The whole call is refused with 400. */
    BAD_REQUEST,
    /** The whole call is refused with 404. */
    NOT_FOUND
}

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
    /** With {@code isOutOfOffice} as a text, which is not its documented type. */
    WRONG_TYPE,
    /** With its presence, and without its id. */
    WITHOUT_ID,
    /** The whole call is refused with 400. */
    BAD_REQUEST,
    /** The whole call is refused with 404. */
    NOT_FOUND
}

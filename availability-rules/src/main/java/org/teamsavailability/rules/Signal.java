package org.teamsavailability.rules;

/** What Teams can be asked for. */
public enum Signal {
    /** At the desk and on the clock, now. */
    PRESENCE,
    /** The shifts and time off of the rota teams. */
    ROTA,
    /** Both. */
    BOTH
}

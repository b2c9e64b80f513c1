package org.teamsavailability.rules;

/** What presence says of a candidate; the raw state stays behind. */
public enum PresenceVerdict {
    /** Away from the desk, or out of office. */
    ON_BREAK,
    /** At the desk and on the clock. */
    WORKING,
    /** Wanted, but nothing is known. */
    NO_SIGNAL,
    /** Wanted, but there is nobody to ask about. */
    UNMAPPED,
    /** Not wanted, or the answer was final before anything was asked. */
    NOT_CONSULTED
}

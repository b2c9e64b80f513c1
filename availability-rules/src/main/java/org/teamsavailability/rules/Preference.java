package org.teamsavailability.rules;

/** How the rota orders a candidate among the others; it never blocks. */
public enum Preference {
    /** A shift covers the slot. */
    PREFERRED,
    /** Nothing speaks for or against. */
    NEUTRAL,
    /** Off the rota, or on time off. */
    DEPRIORITIZED
}

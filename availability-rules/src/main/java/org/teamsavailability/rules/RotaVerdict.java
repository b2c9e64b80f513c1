package org.teamsavailability.rules;

/** What the rota says of a candidate; the first that applies. */
public enum RotaVerdict {
    /** Time off overlaps the slot. */
    TIME_OFF,
    /** A shift covers the whole slot. */
    COVERS_SLOT,
    /** A shift covers the start of the slot but not its end. */
    COVERS_START_ONLY,
    /** A shift in the planning window, but not over the start. */
    ON_SHIFT_OTHER_TIME,
    /** No shift in the planning window. */
    OFF_ROTA,
    /** Wanted, but nothing is known. */
    NO_SIGNAL,
    /** Wanted, but there is nobody to ask about. */
    UNMAPPED,
    /** Not wanted, or the answer was final before anything was asked. */
    NOT_CONSULTED
}

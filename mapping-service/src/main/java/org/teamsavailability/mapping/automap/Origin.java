package org.teamsavailability.mapping.automap;

/** Who made a mapping. */
public enum Origin {
    /** A run. */
    AUTO_MAPPED,
    /** Somebody by hand; no run touches it. */
    MANUAL
}

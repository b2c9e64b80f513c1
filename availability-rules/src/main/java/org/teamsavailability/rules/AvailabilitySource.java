package org.teamsavailability.rules;

/** How much of what was asked for was read from Teams. */
public enum AvailabilitySource {
    /** Everything. */
    TEAMS,
    /** A part. */
    TEAMS_PARTIAL,
    /** Nothing was used. */
    PSA_ONLY
}

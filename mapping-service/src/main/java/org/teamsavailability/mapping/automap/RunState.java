package org.teamsavailability.mapping.automap;

/** How far a run is. */
public enum RunState {
    /** It is reading. */
    RUNNING,
    /** It has read everything, and what it found was applied, unless it was a dry run. */
    DONE,
    /** It ended early, and nothing was changed. */
    FAILED
}

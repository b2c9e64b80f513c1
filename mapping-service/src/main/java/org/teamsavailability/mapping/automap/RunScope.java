package org.teamsavailability.mapping.automap;

/** Whose members a run reads. */
public enum RunScope {
    /** Those of every Team of the tenant; such a run also clears. */
    FULL,
    /** Those of Teams that were named; such a run only adds and updates. */
    TEAMS
}

package org.teamsavailability.mapping.decision;

/** Who asks for decisions. */
public enum Viewer {
    /** May read what the service keeps of the desk. */
    READER,
    /** May also change it. */
    ADMINISTRATOR
}

package org.teamsavailability.graph.credentials;

/** What Microsoft said of a credential when it was last used for a token. */
public enum Standing {
    /** Not used yet. */
    UNTRIED,
    ACCEPTED,
    /** Refused as our own fault; asked again when no other is accepted, and every ten minutes. */
    REFUSED
}

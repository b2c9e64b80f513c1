package org.teamsavailability.mapping.connection;

/** How far a tenant's consent is; the names are those of the topic and of the database. */
public enum ConsentState {
    /** Asked for, and not seen yet in a token. */
    PENDING,
    /** A token was issued. */
    GRANTED,
    /** It was granted, and Microsoft refuses tokens since. */
    REVOKED
}

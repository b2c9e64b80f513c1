package org.teamsavailability.mapping.access;

import java.util.Locale;

/** What a key may do. */
public enum Scope {
    /** See. */
    READ,
    /** Change. */
    WRITE;

    /** Its name in the API and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

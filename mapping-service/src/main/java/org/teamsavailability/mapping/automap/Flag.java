package org.teamsavailability.mapping.automap;

/** What is worth a look at an account. */
public enum Flag {
    /** Microsoft calls it a guest of the tenant. */
    GUEST,
    /** Nobody can sign in with it. */
    DISABLED
}

package org.teamsavailability.mapping.automap;

/** A mapped account, as the last run saw it. */
public enum AccountState {
    /** People can sign in with it. */
    OK,
    /** Nobody can sign in with it. */
    DISABLED,
    /** It was in no Team when all of them were read. */
    GONE
}

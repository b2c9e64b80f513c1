package org.teamsavailability.mapping.technician;

/** What the account was like when it was last looked at. */
public enum AccountState {
    /** People can sign in with it. */
    OK,
    /** Nobody can sign in with it. */
    DISABLED,
    /** The tenant has it no more. */
    GONE
}

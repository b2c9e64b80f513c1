package org.teamsavailability.simulator.signin;

/** What can be wrong with an ID token. */
public enum TokenDefect {
    /**
     * It is signed with a key that is not among the published ones, under the id of one that is.
     */
    WRONG_SIGNATURE,
    /** It has no signature, and its algorithm is {@code none}. */
    NO_SIGNATURE,
    /** Its nonce is another one. */
    WRONG_NONCE,
    /** Its issuer is another tenant. */
    OTHER_ISSUER,
    /** Its issuer and its {@code tid} are another tenant's. */
    OTHER_TENANT,
    /** It is for another application. */
    OTHER_AUDIENCE,
    /** It ended an hour ago. */
    EXPIRED,
    /** It does not say the directory roles. */
    MISSING_WIDS
}

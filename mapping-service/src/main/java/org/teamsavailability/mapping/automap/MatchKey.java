package org.teamsavailability.mapping.automap;

/** What a technician and an account have in common, the best first. */
public enum MatchKey {
    /** The technician's address is the account's mail: a match. */
    MAIL,
    /** The technician's address is the account's sign-in name: a match. */
    UPN,
    /** The technician's address is an alias of the account: a suggestion. */
    ALIAS,
    /** The technician's address is noted at the account: a suggestion. */
    OTHER_MAIL,
    /** Both have this display name: a suggestion. */
    DISPLAY_NAME
}

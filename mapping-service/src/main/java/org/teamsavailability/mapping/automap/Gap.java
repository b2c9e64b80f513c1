package org.teamsavailability.mapping.automap;

/** Why a run did not read everything. */
public enum Gap {
    /** Microsoft listed no Team. */
    NO_TEAM,
    /** No Team that was read has a user account among its members. */
    NO_ACCOUNT,
    /** Some Teams could not be read. */
    TEAMS_NOT_READ,
    /** Microsoft did not say of some accounts whether they are enabled. */
    ACCOUNTS_NOT_READ
}

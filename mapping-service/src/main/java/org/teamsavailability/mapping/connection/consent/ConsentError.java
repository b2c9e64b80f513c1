package org.teamsavailability.mapping.connection.consent;

/**
 * Why a consent flow ends without a connection; the package {@code web} has the words of its page.
 */
public enum ConsentError {

    /** Microsoft sends back an error of its consent page. */
    NOT_CONSENTED,

    /** Not ours, used before, too old, or of another step. */
    STATE_UNKNOWN,

    /** The browser has no flow, or it is too old. */
    NOTHING_OPEN,

    /** The state is not the cookie's. */
    OTHER_BROWSER,

    /** The redirect names no tenant. */
    NO_TENANT,

    /** The tenant of personal accounts. */
    PERSONAL_ACCOUNTS,

    /** The sign-in page sends back an error, or its answer is not to be trusted. */
    NOT_SIGNED_IN,

    /** The token has no {@code wids}. */
    ROLES_UNKNOWN,

    /** Neither Global nor Privileged Role Administrator. */
    NOT_ADMINISTRATOR,

    /** Another desk has it. */
    TENANT_TAKEN,

    /** Somebody disconnected the desk, or linked another tenant, in the same moment. */
    DISCONNECTED,

    /** Microsoft does not answer. */
    MICROSOFT_UNREACHABLE,

    /** The database is unavailable. */
    UNAVAILABLE,

    /** Its path or query is not encoded as it must be. */
    UNREADABLE,

    /** There is no such page. */
    NOT_FOUND,

    /** A defect in this product. */
    FAILED;

    /** Ends the flow. */
    public ConsentFailedException exception() {
        return exception("");
    }

    /** Ends the flow with a note for the page. */
    public ConsentFailedException exception(String note) {
        return new ConsentFailedException(this, note, null);
    }
}

package org.teamsavailability.mapping.connection.consent;

/** Why a consent flow ends without a connection, in the words of its page. */
public enum ConsentError {
    /** Microsoft sends back an error of its consent page. */
    NOT_CONSENTED(
            400,
            "Consent was not granted",
            "Microsoft did not record a consent, and nothing was connected. Open the consent page"
                    + " again and accept it as an administrator of your own tenant, typically a"
                    + " Global Administrator."),
    /** Not ours, used before, too old, or of another step. */
    STATE_UNKNOWN(
            400,
            "This link was used before or is too old",
            "Each link works once, for an hour at most. If you have just connected, nothing is"
                    + " wrong. Otherwise open a new consent page."),
    /** The browser has no flow, or it is too old. */
    NOTHING_OPEN(
            404,
            "No consent page is open in this browser",
            "This page shows a connection for 30 minutes, in the browser that made it. If you have"
                    + " connected before, nothing is wrong. To connect a tenant, open a new consent"
                    + " page."),
    /** The state is not the cookie's. */
    OTHER_BROWSER(
            400,
            "This page was not opened from here",
            "Open the consent page and finish in the same browser, with cookies on. A consent page"
                    + " that was opened later in this browser ends this one."),
    /** The redirect names no tenant. */
    NO_TENANT(
            400,
            "Microsoft did not name a tenant",
            "This is not an address that Microsoft's consent page leads to, and nothing was"
                    + " connected. Open the consent page again."),
    /** The tenant of personal accounts. */
    PERSONAL_ACCOUNTS(
            400,
            "Personal Microsoft accounts cannot be connected",
            "Open the consent page again and choose a work account of your own tenant."),
    /** The sign-in page sends back an error, or its answer is not to be trusted. */
    NOT_SIGNED_IN(
            400,
            "You are not signed in",
            "The consent is recorded, but nothing is connected: it is not certain whose consent it"
                    + " is. Sign in with an account of the tenant that consented."),
    /** The token has no {@code wids}. */
    ROLES_UNKNOWN(
            403,
            "Your role cannot be seen",
            "The app registration of Teams Availability has to set groupMembershipClaims to"
                    + " DirectoryRole in its manifest, so that sign-ins show who is an"
                    + " administrator. Tell the operator of Teams Availability, then sign in"
                    + " again."),
    /** Neither Global nor Privileged Role Administrator. */
    NOT_ADMINISTRATOR(
            403,
            "You cannot connect this tenant",
            "Connecting needs an active role of Global Administrator or Privileged Role"
                    + " Administrator. Activate such a role, or let a colleague who has one sign in"
                    + " here."),
    /** Another desk has it. */
    TENANT_TAKEN(
            409,
            "This tenant is connected to another service desk",
            "A Microsoft tenant can be connected to one service desk. Disconnect it there and click"
                    + " Connect again, or open a new consent page and connect another tenant."),
    /** Somebody disconnected the desk, or linked another tenant, in the same moment. */
    DISCONNECTED(
            409,
            "This tenant was disconnected meanwhile",
            "Somebody disconnected the service desk or connected another tenant in the same moment."
                    + " Check the connection of the service desk before you open a new consent"
                    + " page."),
    /** Microsoft does not answer. */
    MICROSOFT_UNREACHABLE(
            503,
            "Microsoft cannot be reached",
            "Nothing was connected. Wait a minute and sign in again."),
    /** The database is unavailable. */
    UNAVAILABLE(
            503,
            "Teams Availability is unavailable at the moment",
            "The database is unavailable. Wait a minute, then reload this page."),
    /** Its path or query is not encoded as it must be. */
    UNREADABLE(
            400,
            "This address cannot be read",
            "A part of the address is damaged. Open it again from where you have it, without"
                    + " changing it."),
    /** There is no such page. */
    NOT_FOUND(404, "This page does not exist", "Check the address, or continue with the set-up."),
    /** A defect of ours. */
    FAILED(
            500,
            "Internal error in Teams Availability",
            "Tell the operator of Teams Availability the time, then open a new consent page.");

    private final int status;
    private final String title;
    private final String wayOut;

    ConsentError(int status, String title, String wayOut) {
        this.status = status;
        this.title = title;
        this.wayOut = wayOut;
    }

    /** The HTTP status of its page. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String wayOut() {
        return wayOut;
    }

    /** Ends the flow. */
    public ConsentFailedException exception() {
        return exception("");
    }

    /** Ends the flow with a note for the page. */
    public ConsentFailedException exception(String note) {
        return new ConsentFailedException(this, note, null);
    }
}

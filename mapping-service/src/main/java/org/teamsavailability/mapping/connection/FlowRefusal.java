package org.teamsavailability.mapping.connection;

/** Why a consent flow ends without a connection, in the words of its page. */
public enum FlowRefusal {
    /** Microsoft sends back an error of its consent page. */
    NOT_CONSENTED(
            400,
            "Consent was not granted",
            "Microsoft did not record a consent. Open the consent page again and accept it as an"
                    + " administrator of your own tenant, typically a Global Administrator."),
    /** Not ours, used before, too old, or of another step. */
    STATE_UNKNOWN(
            400,
            "This link was used before or is too old",
            "Each link works once, for an hour at most. If you have just connected, nothing is"
                    + " wrong. Otherwise go back to Teams Availability and open the consent page"
                    + " again."),
    /** The state is not the cookie's. */
    OTHER_BROWSER(
            400,
            "This page was not opened from here",
            "Open the consent page and finish in the same browser, with cookies on. Another consent"
                    + " page that was opened in between ends this one."),
    /** The redirect names no tenant. */
    NO_TENANT(
            400,
            "Microsoft did not name a tenant",
            "The address is not one that Microsoft's consent page leads to. Open the consent page"
                    + " again."),
    /** The tenant of personal accounts. */
    PERSONAL_ACCOUNTS(
            400,
            "Personal Microsoft accounts cannot be connected",
            "Open the consent page again and choose a work account of your own tenant."),
    /** The sign-in page sends back an error, or its answer is not to be trusted. */
    NOT_SIGNED_IN(
            400,
            "You are not signed in",
            "The consent is recorded, but it is not certain whose it is. Open the consent page"
                    + " again and sign in with an account of the tenant that consented."),
    /** The token has no {@code wids}. */
    ROLES_UNKNOWN(
            403,
            "Your role cannot be seen",
            "The app registration of Teams Availability has to set groupMembershipClaims to"
                    + " DirectoryRole in its manifest, so that sign-ins show who is an"
                    + " administrator. Tell its operator, then open the consent page again."),
    /** Neither Global nor Privileged Role Administrator. */
    NOT_ADMINISTRATOR(
            403,
            "You cannot connect this tenant",
            "Connecting needs an active role of Global Administrator or Privileged Role"
                    + " Administrator. Let somebody who has one open the consent page."),
    /** Another desk has it. */
    TENANT_TAKEN(
            409,
            "This tenant is connected to another service desk",
            "A Microsoft tenant can be connected to one service desk. Disconnect it there first, or"
                    + " connect another tenant here."),
    /** Somebody disconnected the desk, or linked another tenant, in the same moment. */
    DISCONNECTED(
            409,
            "This tenant was disconnected meanwhile",
            "Somebody disconnected the service desk or connected another tenant in the same moment."
                    + " Look at its connection in Teams Availability before you open the consent"
                    + " page again."),
    /** Microsoft does not answer. */
    MICROSOFT_UNREACHABLE(
            503,
            "Microsoft cannot be reached",
            "Nothing was connected. Wait a minute and open the consent page again."),
    /** A defect of ours. */
    FAILED(
            500,
            "An error of Teams Availability itself",
            "Tell the operator the time, and open the consent page again.");

    private final int status;
    private final String title;
    private final String wayOut;

    FlowRefusal(int status, String title, String wayOut) {
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

    FlowRefusedException exception() {
        return new FlowRefusedException(this, "");
    }

    /** Ends the flow with a note for the page. */
    public FlowRefusedException exception(String note) {
        return new FlowRefusedException(this, note);
    }
}

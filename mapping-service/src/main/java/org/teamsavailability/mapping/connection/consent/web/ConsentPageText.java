package org.teamsavailability.mapping.connection.consent.web;

import org.teamsavailability.mapping.connection.consent.ConsentError;

/**
 * What a page says of a consent flow that ended without a connection.
 *
 * @param status the HTTP status of the page
 * @param wayOut what to do next
 */
record ConsentPageText(int status, String title, String wayOut) {

    static ConsentPageText of(ConsentError error) {
        return switch (error) {
            case NOT_CONSENTED ->
                    new ConsentPageText(
                            400,
                            "Consent was not granted",
                            "Microsoft did not record a consent, and nothing was connected. Open"
                                    + " the consent page again and accept it as an administrator of"
                                    + " your own tenant, typically a Global Administrator.");
            case STATE_UNKNOWN ->
                    new ConsentPageText(
                            400,
                            "This link was used before or is too old",
                            "Each link works once, for an hour at most. If you have just connected,"
                                    + " nothing is wrong. Otherwise open a new consent page.");
            case NOTHING_OPEN ->
                    new ConsentPageText(
                            404,
                            "No consent page is open in this browser",
                            "This page shows a connection for 30 minutes, in the browser that made"
                                + " it. If you have connected before, nothing is wrong. To connect"
                                + " a tenant, open a new consent page.");
            case OTHER_BROWSER ->
                    new ConsentPageText(
                            400,
                            "This page was not opened from here",
                            "Open the consent page and finish in the same browser, with cookies on."
                                + " A consent page that was opened later in this browser ends this"
                                + " one.");
            case NO_TENANT ->
                    new ConsentPageText(
                            400,
                            "Microsoft did not name a tenant",
                            "This is not an address that Microsoft's consent page leads to, and"
                                    + " nothing was connected. Open the consent page again.");
            case PERSONAL_ACCOUNTS ->
                    new ConsentPageText(
                            400,
                            "Personal Microsoft accounts cannot be connected",
                            "Open the consent page again and choose a work account of your own"
                                    + " tenant.");
            case NOT_SIGNED_IN ->
                    new ConsentPageText(
                            400,
                            "You are not signed in",
                            "The consent is recorded, but nothing is connected: it is not certain"
                                + " whose consent it is. Sign in with an account of the tenant that"
                                + " consented.");
            case ROLES_UNKNOWN ->
                    new ConsentPageText(
                            403,
                            "Your role cannot be seen",
                            "The app registration of Teams Availability has to set"
                                + " groupMembershipClaims to DirectoryRole in its manifest, so that"
                                + " sign-ins show who is an administrator. Tell the operator of"
                                + " Teams Availability, then sign in again.");
            case NOT_ADMINISTRATOR ->
                    new ConsentPageText(
                            403,
                            "You cannot connect this tenant",
                            "Connecting needs an active role of Global Administrator or Privileged"
                                + " Role Administrator. Activate such a role, or let a colleague"
                                + " who has one sign in here.");
            case TENANT_TAKEN ->
                    new ConsentPageText(
                            409,
                            "This tenant is connected to another service desk",
                            "A Microsoft tenant can be connected to one service desk. Disconnect it"
                                + " there and click Connect again, or open a new consent page and"
                                + " connect another tenant.");
            case DISCONNECTED ->
                    new ConsentPageText(
                            409,
                            "This tenant was disconnected meanwhile",
                            "Somebody disconnected the service desk or connected another tenant in"
                                    + " the same moment. Check the connection of the service desk"
                                    + " before you open a new consent page.");
            case MICROSOFT_UNREACHABLE ->
                    new ConsentPageText(
                            503,
                            "Microsoft cannot be reached",
                            "Nothing was connected. Wait a minute and sign in again.");
            case UNAVAILABLE ->
                    new ConsentPageText(
                            503,
                            "Teams Availability is unavailable at the moment",
                            "The database is unavailable. Wait a minute, then reload this page.");
            case UNREADABLE ->
                    new ConsentPageText(
                            400,
                            "This address cannot be read",
                            "A part of the address is damaged. Open it again from where you have"
                                    + " it, without changing it.");
            case NOT_FOUND ->
                    new ConsentPageText(
                            404,
                            "This page does not exist",
                            "Check the address, or continue with the set-up.");
            case FAILED ->
                    new ConsentPageText(
                            500,
                            "Internal error in Teams Availability",
                            "Tell the operator of Teams Availability the time, then open a new"
                                    + " consent page.");
        };
    }
}

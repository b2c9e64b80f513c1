package org.teamsavailability.simulator.login;

import java.util.Map;

/**
 * An error of the login endpoint.
 *
 * @param number as in {@code AADSTS700016}
 * @param status the HTTP status
 * @param error OAuth's word
 * @param text what it says after the number
 */
public record Aadsts(int number, int status, String error, String text) {
    private static final Map<Integer, Aadsts> KNOWN =
            Map.ofEntries(
                    known(
                            50011,
                            400,
                            "invalid_request",
                            "The redirect URI specified in the request does not match the redirect"
                                    + " URIs configured for the application."),
                    known(
                            50034,
                            400,
                            "invalid_grant",
                            "The user account does not exist in the directory."),
                    known(50057, 400, "invalid_grant", "The user account is disabled."),
                    known(
                            50196,
                            400,
                            "invalid_grant",
                            "The server terminated an operation because it encountered a client"
                                    + " request loop. Please contact your app vendor."),
                    known(
                            53003,
                            400,
                            "access_denied",
                            "Access has been blocked by Conditional Access policies. The access"
                                    + " policy does not allow token issuance."),
                    known(
                            54005,
                            400,
                            "invalid_grant",
                            "OAuth2 Authorization code was already redeemed, please retry with a"
                                    + " new valid code or use an existing refresh token."),
                    known(
                            65004,
                            400,
                            "access_denied",
                            "The resource owner or authorization server denied the request."),
                    known(
                            70008,
                            400,
                            "invalid_grant",
                            "The provided authorization code or refresh token has expired."),
                    known(
                            65001,
                            400,
                            "invalid_grant",
                            "The user or administrator has not consented to use the application."
                                    + " Send an interactive authorization request for this user and"
                                    + " resource."),
                    known(
                            70003,
                            400,
                            "unsupported_grant_type",
                            "The app requested an unsupported grant type."),
                    known(
                            70011,
                            400,
                            "invalid_scope",
                            "The provided value for the input parameter 'scope' is not valid."),
                    known(
                            90002,
                            400,
                            "invalid_request",
                            "Tenant not found. Check to make sure you have the correct tenant ID"
                                    + " and are signing into the correct cloud."),
                    known(
                            90055,
                            429,
                            "temporarily_unavailable",
                            "There are too many incoming requests of this tenant."),
                    known(
                            90094,
                            400,
                            "access_denied",
                            "An administrator must grant consent to the permissions that the"
                                    + " application requests."),
                    known(
                            500011,
                            400,
                            "invalid_resource",
                            "The resource principal was not found in the tenant."),
                    known(500021, 403, "access_denied", "Access to the tenant is denied."),
                    known(
                            500112,
                            400,
                            "invalid_client",
                            "The reply address does not match the reply address provided when"
                                    + " requesting Authorization code."),
                    known(
                            501481,
                            400,
                            "invalid_grant",
                            "The Code_Verifier does not match the code_challenge supplied in the"
                                    + " authorization request."),
                    known(
                            700005,
                            400,
                            "invalid_grant",
                            "Provided Authorization Code is intended to use against other tenant,"
                                    + " thus rejected."),
                    known(9002313, 400, "invalid_grant", "Invalid request. Request is malformed."),
                    known(
                            650056,
                            400,
                            "invalid_client",
                            "Misconfigured application. The client has not listed any permissions"
                                    + " in the requested permissions of its registration."),
                    known(
                            700016,
                            400,
                            "unauthorized_client",
                            "The application was not found in the directory. This can happen if the"
                                + " application has not been installed by the administrator of the"
                                + " tenant or consented to by any user in the tenant."),
                    known(
                            700027,
                            401,
                            "invalid_client",
                            "The certificate with identifier used to sign the client assertion is"
                                + " not registered on application, or the signature is not valid."),
                    known(
                            900144,
                            400,
                            "invalid_request",
                            "The request body must contain all required parameters: client_id,"
                                    + " scope, grant_type, and client_secret or client_assertion."),
                    known(
                            900382,
                            400,
                            "invalid_request",
                            "Confidential Client is not supported in Cross Cloud request."),
                    known(
                            1002012,
                            400,
                            "invalid_scope",
                            "The provided value for scope is not valid. Client credential flows"
                                + " must have a scope value with /.default suffixed to the resource"
                                + " identifier (application ID URI)."),
                    known(7000112, 400, "unauthorized_client", "The application is disabled."),
                    known(
                            7000215,
                            401,
                            "invalid_client",
                            "Invalid client secret provided. Ensure the secret being sent in the"
                                + " request is the client secret value, not the client secret ID."),
                    known(
                            7000222,
                            401,
                            "invalid_client",
                            "The provided client secret keys are expired."),
                    known(
                            7000229,
                            401,
                            "invalid_client",
                            "The client application is missing service principal in the tenant."));

    /** The error of this number; one that Microsoft may have but is not listed here is a 400. */
    public static Aadsts of(int number) {
        return KNOWN.getOrDefault(
                number, new Aadsts(number, 400, "invalid_request", "The request was refused."));
    }

    private static Map.Entry<Integer, Aadsts> known(
            int number, int status, String error, String text) {
        return Map.entry(number, new Aadsts(number, status, error, text));
    }
}

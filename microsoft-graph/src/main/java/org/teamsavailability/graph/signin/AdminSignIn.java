package org.teamsavailability.graph.signin;

import java.net.URI;
import java.util.UUID;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftCloud;

/** The addresses that a browser is sent to, and what comes back from them. */
public interface AdminSignIn {

    /** The consumer tenant of personal accounts, which is nobody's organisation. */
    UUID CONSUMERS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

    /**
     * Microsoft's page where an administrator of any organisation consents to all permissions of
     * the app registration: {@code /organizations/v2.0/adminconsent}, scope {@code .default}.
     *
     * <p>Source: Microsoft identity platform, "Admin consent on the Microsoft identity platform".
     *
     * @param redirectUri one of the app registration's, to the letter
     * @param state comes back with the redirect; single-use
     * @throws GraphException with {@link GraphFailure.OwnCredentialsRefused} where there is no app
     *     registration for the cloud; so do the other methods
     */
    URI consentPage(MicrosoftCloud cloud, URI redirectUri, String state);

    /**
     * Microsoft's sign-in page of one tenant: response type {@code code}, scope {@code openid
     * profile}, PKCE S256.
     *
     * <p>Source: Microsoft identity platform, "OAuth 2.0 authorization code flow".
     *
     * @param redirectUri one of the app registration's, to the letter
     * @param state comes back with the redirect; single-use
     * @param nonce comes back in the ID token
     * @param codeChallenge SHA-256 of the code verifier, base64url without padding
     * @param chooseAccount whether the page asks which account to use, also where somebody is
     *     signed in: {@code prompt=select_account}
     */
    URI signInPage(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String state,
            String nonce,
            String codeChallenge,
            boolean chooseAccount);

    /**
     * Redeems the code and verifies the ID token: signature (RS256, by a key of the tenant's),
     * issuer as the tenant's OpenID configuration names it, audience, expiry and start with 5
     * minutes of grace, nonce, {@code tid}, and that the tenant is not {@link #CONSUMERS}. Blocks,
     * for virtual threads, and repeats nothing: a code can be redeemed once.
     *
     * @param redirectUri the same as for the page
     * @param code of the redirect, unchanged, 1 to 8,192 characters
     * @param codeVerifier of the challenge that the page was given
     * @param nonce that the page was given
     * @throws SignInRefusedException where one of it does not hold, or Microsoft refuses the code
     * @throws GraphException where Microsoft cannot be reached, throttles, misses a consent,
     *     refuses our own credentials, or answers what it does not document
     */
    SignedIn redeem(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String code,
            String codeVerifier,
            String nonce)
            throws InterruptedException;
}

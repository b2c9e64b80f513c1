package org.teamsavailability.graph.signin;

import java.net.URI;
import java.util.UUID;
import org.teamsavailability.graph.MicrosoftCloud;

/** The addresses that a browser is sent to, and what comes back from them. */
public interface AdminSignIn {

    /** The consumer tenant of personal accounts, which is nobody's organisation. */
    UUID CONSUMERS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

    /**
     * Microsoft's page where an administrator of any organisation consents to all permissions of
     * the app registration: {@code /organizations/v2.0/adminconsent}.
     *
     * @param state comes back with the redirect; single-use
     */
    URI consentPage(MicrosoftCloud cloud, URI redirectUri, String state);

    /**
     * Microsoft's sign-in page of one tenant: scope {@code openid profile}, PKCE S256.
     *
     * @param codeChallenge of the code verifier, S256
     */
    URI signInPage(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String state,
            String nonce,
            String codeChallenge);

    /**
     * Redeems the code and verifies the ID token: signature, audience, expiry, the issuer of this
     * tenant, {@code tid} the same, the nonce, and that the tenant is not {@link #CONSUMERS}.
     *
     * @param redirectUri the same as for the page
     * @throws SignInRefusedException where one of it does not hold
     * @throws org.teamsavailability.graph.GraphException where Microsoft cannot be reached
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

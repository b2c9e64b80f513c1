package org.teamsavailability.graph.signin;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import okhttp3.FormBody;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.credentials.CloudCredentials;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.tokens.TokenAnswer;

/**
 * Redeems authorization codes. Not through MSAL4J, which asks for {@code offline_access} beyond
 * what the sign-in page was for, and keeps the person's tokens in the cache of the application's.
 *
 * <p>Source: Microsoft identity platform, "OAuth 2.0 authorization code flow".
 */
final class CodeRedemption {

    private static final String TOKEN = "oauth2/v2.0/token";
    private static final int LONGEST_CODE = 8_192;

    private final MicrosoftCloud cloud;
    private final AppRegistration registration;
    private final CloudCredentials credentials;
    private final LoginService login;
    private final Clock clock;

    CodeRedemption(
            MicrosoftCloud cloud,
            AppRegistration registration,
            CloudCredentials credentials,
            LoginService login,
            Clock clock) {
        this.cloud = cloud;
        this.registration = registration;
        this.credentials = credentials;
        this.login = login;
        this.clock = clock;
    }

    /** A credential that is refused leaves the code as it is, for the next one. */
    IdToken redeem(UUID tenant, URI redirectUri, String code, String codeVerifier)
            throws InterruptedException {
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new SignInRefusedException(
                    "This is not a Microsoft authorization code; sign in again.");
        }
        return credentials.prove(credential -> {
            var form =
                    new FormBody.Builder()
                            .add("grant_type", "authorization_code")
                            .add("client_id", registration.clientId())
                            .add("scope", SignInPages.SCOPE)
                            .add("redirect_uri", redirectUri.toString())
                            .add("code", code)
                            .add("code_verifier", codeVerifier);
            prove(form, credential, tenant);
            var token = idToken(login.post(login.address(tenant, TOKEN), form.build()));
            credentials.used(credential);
            return token;
        });
    }

    private IdToken idToken(TokenAnswer answer) {
        try {
            return new IdToken(answer.require("id_token", clock));
        } catch (GraphException e) {
            if (e.failure() instanceof Unreachable && answer.head().status() / 100 == 4) {
                throw new SignInRefusedException(
                        "Microsoft did not redeem the code (status %d, AADSTS %d): sign in again."
                                .formatted(answer.head().status(), answer.aadsts()));
            }
            throw e;
        }
    }

    private void prove(FormBody.Builder form, ClientCredential credential, UUID tenant) {
        switch (credential) {
            case ClientCredential.Secret(var value, _) -> form.add("client_secret", value);
            case ClientCredential.Certificate certificate ->
                    form.add("client_assertion_type", ClientAssertion.TYPE)
                            .add("client_assertion", assertion(certificate).forTenant(tenant));
        }
    }

    private ClientAssertion assertion(ClientCredential.Certificate certificate) {
        return new ClientAssertion(cloud, registration.clientId(), certificate, clock);
    }
}

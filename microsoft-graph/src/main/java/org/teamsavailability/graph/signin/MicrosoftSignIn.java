package org.teamsavailability.graph.signin;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.credentials.CloudCredentials;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.GraphSettings;

/** {@link AdminSignIn} at the login services of the clouds that have an app registration. */
public final class MicrosoftSignIn implements AdminSignIn {

    private record Cloud(SignInPages pages, CodeRedemption codes, IdTokens idTokens) {}

    private final Map<MicrosoftCloud, Cloud> clouds = new EnumMap<>(MicrosoftCloud.class);

    private final MicrosoftCredentials credentials;

    /** Asks for nothing yet. */
    public MicrosoftSignIn(
            GraphSettings settings,
            MicrosoftCredentials credentials,
            SharedHttp http,
            Clock clock) {
        this.credentials = credentials;
        settings.registrations()
                .forEach((cloud, registration) ->
                        clouds.put(
                                cloud,
                                cloud(cloud, registration, credentials.of(cloud), http, clock)));
    }

    private static Cloud cloud(
            MicrosoftCloud cloud,
            AppRegistration registration,
            CloudCredentials credentials,
            SharedHttp http,
            Clock clock) {
        var login = new LoginService(registration.loginUrl(), http);
        return new Cloud(
                new SignInPages(cloud, registration),
                new CodeRedemption(cloud, registration, credentials, login, clock),
                new IdTokens(registration.clientId(), login, clock));
    }

    @Override
    public URI consentPage(MicrosoftCloud cloud, URI redirectUri, String state) {
        return at(cloud).pages().consent(redirectUri, state);
    }

    @Override
    public URI signInPage(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String state,
            String nonce,
            String codeChallenge,
            boolean chooseAccount) {
        return at(cloud)
                .pages()
                .signIn(tenantId, redirectUri, state, nonce, codeChallenge, chooseAccount);
    }

    @Override
    public SignedIn redeem(
            MicrosoftCloud cloud,
            UUID tenantId,
            URI redirectUri,
            String code,
            String codeVerifier,
            String nonce)
            throws InterruptedException {
        var at = at(cloud);
        if (tenantId.equals(CONSUMERS)) {
            throw new SignInRefusedException(
                    "The tenant is the one of personal accounts: sign in with an account of an"
                            + " organisation.");
        }
        try {
            var token = at.codes().redeem(tenantId, redirectUri, code, codeVerifier);
            return at.idTokens().verified(token, tenantId, nonce);
        } catch (GraphException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private Cloud at(MicrosoftCloud cloud) {
        var at = clouds.get(cloud);
        if (at == null) {
            credentials.of(cloud); // says that there are none
            throw new IllegalStateException("There are credentials and no pages");
        }
        return at;
    }
}

package org.teamsavailability.graph.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.UUID;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.AppRegistration;

/**
 * Microsoft's pages of one cloud, with what they are given in the query.
 *
 * <p>Source: Microsoft identity platform, "Admin consent on the Microsoft identity platform" and
 * "OAuth 2.0 authorization code flow".
 */
record SignInPages(MicrosoftCloud cloud, AppRegistration registration) {

    static final String SCOPE = "openid profile";

    URI consent(URI redirectUri, String state) {
        return page("organizations/v2.0/adminconsent")
                .with("scope", cloud.graphUrl() + "/.default")
                .with("redirect_uri", redirectUri.toString())
                .with("state", state)
                .uri();
    }

    URI signIn(
            UUID tenant,
            URI redirectUri,
            String state,
            String nonce,
            String codeChallenge,
            boolean chooseAccount) {
        var page =
                page(tenant + "/oauth2/v2.0/authorize")
                        .with("response_type", "code")
                        .with("response_mode", "query")
                        .with("redirect_uri", redirectUri.toString())
                        .with("scope", SCOPE)
                        .with("state", state)
                        .with("nonce", nonce)
                        .with("code_challenge", codeChallenge)
                        .with("code_challenge_method", "S256");
        return chooseAccount ? page.with("prompt", "select_account").uri() : page.uri();
    }

    private Address page(String path) {
        return new Address(
                "%s/%s?client_id=%s"
                        .formatted(
                                registration.loginUrl(), path, encoded(registration.clientId())));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private record Address(String soFar) {
        Address with(String name, String value) {
            return new Address(soFar + "&" + name + "=" + encoded(value));
        }

        URI uri() {
            return URI.create(soFar);
        }
    }
}

package org.teamsavailability.graph.settings;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;

/**
 * This product's app registration in one cloud.
 *
 * @param clientId its application (client) id
 * @param credentials where what proves that we are it comes from
 * @param loginUrl where tokens are asked for; the tokens' authority stays the cloud's own
 * @param graphUrl where Graph is, {@code /v1.0} included, without a slash at the end
 */
public record AppRegistration(
        String clientId, CredentialSource credentials, URI loginUrl, URI graphUrl) {

    private static final String VERSION = "/v1.0";

    public AppRegistration {
        if (clientId.isBlank() || clientId.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "The client id is \"%s\": give the application (client) id of the app"
                                    .formatted(clientId)
                            + " registration.");
        }
        loginUrl = service("login", loginUrl);
        graphUrl = service("Graph", graphUrl);
        if (!graphUrl.getPath().endsWith(VERSION)) {
            throw new IllegalArgumentException(
                    "The Graph URL is %s: it must end with %s, as in %s%s."
                            .formatted(
                                    graphUrl, VERSION, MicrosoftCloud.GLOBAL.graphUrl(), VERSION));
        }
    }

    /** A registration at Microsoft's own hosts of {@code cloud}. */
    public static AppRegistration at(
            MicrosoftCloud cloud, String clientId, CredentialSource credentials) {
        return new AppRegistration(
                clientId, credentials, cloud.loginUrl(), URI.create(cloud.graphUrl() + VERSION));
    }

    private static URI service(String name, URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http"))
                || url.getHost() == null
                || present(url.getUserInfo())
                || present(url.getQuery())
                || present(url.getFragment())) {
            // Without the value: a URL that is refused may hold a password.
            throw new IllegalArgumentException(
                    "The %s URL is no plain http or https URL: give scheme, host, port and path, and nothing else."
                            .formatted(name));
        }
        return URI.create(url.toString().replaceAll("/+$", ""));
    }

    private static boolean present(@Nullable String part) {
        return part != null;
    }
}

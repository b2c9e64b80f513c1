package org.teamsavailability.schemas.serde;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a schema registry is.
 *
 * @param base its address, without the paths of Apicurio's APIs and without credentials
 * @param credentials {@code user:password} of Basic authentication, from the URL's user part; null
 *     where there are none
 * @param namesAnApi whether the URL named one of Apicurio's APIs by its path
 */
record RegistryUrl(URI base, @Nullable String credentials, boolean namesAnApi) {

    private static final String CORE_API = "/apis/registry/v3";
    private static final String CONFLUENT_API = "/apis/ccompat/v7";

    /**
     * Accepts the registry's own address, such as {@code http://localhost:8081}, or one that ends
     * in the path of one of Apicurio's APIs.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    static RegistryUrl parse(String url) {
        var given = uri(url.strip());
        var path = given.getPath().replaceAll("/+$", "");
        var api =
                path.endsWith(CORE_API)
                        ? CORE_API
                        : path.endsWith(CONFLUENT_API) ? CONFLUENT_API : "";
        if (api.isEmpty() && path.contains("/apis/")) {
            throw new IllegalArgumentException(
                    "The schema registry's URL names the API "
                            + path.substring(path.indexOf("/apis/"))
                            + ", which is not supported: give "
                            + CORE_API
                            + ", "
                            + CONFLUENT_API
                            + " or no API path");
        }
        var prefix = path.substring(0, path.length() - api.length());
        return new RegistryUrl(
                URI.create(given.getScheme() + "://" + authority(given) + prefix),
                given.getUserInfo(),
                !api.isEmpty());
    }

    /** Whether it is spoken to over TLS. */
    boolean isSecured() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    /** Apicurio's own API. */
    URI apicurioApi() {
        return URI.create(base + CORE_API);
    }

    /** The Confluent API that Apicurio offers next to its own. */
    URI confluentApiOfApicurio() {
        return URI.create(base + CONFLUENT_API);
    }

    private static URI uri(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // said below, without the URL: it may hold a password
        }
        throw new IllegalArgumentException(
                "The schema registry's URL is not of the form http://host:port or"
                        + " https://host:port: correct SCHEMA_REGISTRY_URL");
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return base.toString();
    }
}

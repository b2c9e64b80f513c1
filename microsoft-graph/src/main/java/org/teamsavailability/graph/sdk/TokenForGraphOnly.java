package org.teamsavailability.graph.sdk;

import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;

/**
 * Hands the token of a read to requests for the configured Graph service, by scheme, host and port,
 * and stops any other: a next link is what a server wrote. The SDK itself never checks.
 */
final class TokenForGraphOnly implements AuthenticationProvider {

    private final HttpUrl graph;

    TokenForGraphOnly(URI graphUrl) {
        this.graph = HttpUrl.get(graphUrl.toString());
    }

    @Override
    public void authenticateRequest(
            RequestInformation request, @Nullable Map<String, Object> context) {
        if (!isGraph(target(request))) {
            throw new GraphException(new GraphFailure.Malformed(null, null));
        }
        request.headers.remove("Authorization");
        request.headers.add("Authorization", "Bearer " + token(request).value());
    }

    /** As OkHttp will read it, so that no other reading of an odd URL can get past the check. */
    private static @Nullable HttpUrl target(RequestInformation request) {
        try {
            var uri = request.getUri();
            return uri == null ? null : HttpUrl.parse(uri.toString());
        } catch (URISyntaxException _) {
            return null;
        }
    }

    /** Whether it has the scheme, host and port of Graph; false for null. */
    boolean isGraph(@Nullable HttpUrl target) {
        return target != null
                && target.scheme().equals(graph.scheme())
                && target.host().equals(graph.host())
                && target.port() == graph.port();
    }

    private static CallToken token(RequestInformation request) {
        return request.getRequestOptions().stream()
                .filter(CallToken.class::isInstance)
                .map(CallToken.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A Graph request has no token"));
    }
}

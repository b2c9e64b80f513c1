package org.teamsavailability.graph.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Malformed;

/**
 * Who issues the ID tokens of one tenant.
 *
 * <p>Source: Microsoft identity platform, "OpenID Connect on the Microsoft identity platform"; for
 * the keys "Access tokens in the Microsoft identity platform", signing key rollover.
 *
 * @param name the issuer, as the tenant's OpenID configuration says
 * @param keys kept for an hour; asked for again where a token names another one, but not more than
 *     twice in 30 s
 */
record TenantIssuer(String name, JWKSource<SecurityContext> keys) {

    private static final String CONFIGURATION = "v2.0/.well-known/openid-configuration";
    private static final String KEYS = "discovery/v2.0/keys";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(30);
    private static final Duration RATE = Duration.ofSeconds(30);

    static TenantIssuer of(UUID tenant, LoginService login) {
        var name = issuer(login.get(login.address(tenant, CONFIGURATION)));
        if (name == null || !name.endsWith("/%s/v2.0".formatted(tenant))) {
            throw new GraphException(new Malformed(200, null));
        }
        return new TenantIssuer(name, keys(login, url(login.address(tenant, KEYS))));
    }

    private static JWKSource<SecurityContext> keys(LoginService login, URL url) {
        return JWKSourceBuilder.<SecurityContext>create(
                        url, from -> new Resource(login.get(from.toString()), "application/json"))
                .cache(KEPT.toMillis(), LONGEST_REFRESH.toMillis())
                .refreshAheadCache(false)
                .rateLimited(RATE.toMillis())
                .build();
    }

    private static @Nullable String issuer(String configuration) {
        try {
            return JSONObjectUtils.getString(JSONObjectUtils.parse(configuration), "issuer");
        } catch (ParseException _) {
            return null;
        }
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The login URL is none", e);
        }
    }
}

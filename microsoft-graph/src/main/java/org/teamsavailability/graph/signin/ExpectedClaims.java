package org.teamsavailability.graph.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must claim.
 *
 * <p>Source: Microsoft identity platform, "ID token claims reference"; for {@code wids} "Access
 * token claims reference".
 *
 * @param nonce never printed
 */
record ExpectedClaims(String issuer, String clientId, UUID tenant, String nonce) {

    /** How far Microsoft's clock and ours may lie apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    SignedIn of(JWTClaimsSet claims, Instant now) {
        require(issuer.equals(claims.getIssuer()), "Its issuer is not that of the tenant");
        require(
                List.of(clientId).equals(claims.getAudience()),
                "Its audience is not this app registration");
        require(isCurrent(claims.getExpirationTime(), now), "It has expired, or never does");
        require(isValid(claims.getNotBeforeTime(), now), "It is not valid yet");
        try {
            require(
                    nonce.equals(claims.getStringClaim("nonce")),
                    "Its nonce is not that of the page");
            require(tenant.equals(guid(claims.getStringClaim("tid"))), "It is of another tenant");
            return new SignedIn(
                    tenant,
                    person(guid(claims.getStringClaim("oid"))),
                    roles(claims.getStringListClaim("wids")),
                    claims.getClaim("wids") != null);
        } catch (ParseException _) {
            throw refused("A claim is of another type than Microsoft documents");
        }
    }

    private static boolean isCurrent(@Nullable Date expires, Instant now) {
        return expires != null && now.isBefore(expires.toInstant().plus(SKEW));
    }

    private static boolean isValid(@Nullable Date from, Instant now) {
        return from == null || !now.isBefore(from.toInstant().minus(SKEW));
    }

    private static UUID person(@Nullable UUID objectId) {
        if (objectId == null) {
            throw refused("It does not say who signed in");
        }
        return objectId;
    }

    private static Set<UUID> roles(@Nullable List<String> templates) {
        var roles = new LinkedHashSet<UUID>();
        for (var template : templates == null ? List.<String>of() : templates) {
            var role = guid(template);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static @Nullable UUID guid(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static SignInRefusedException refused(String why) {
        return new SignInRefusedException(
                "The ID token is not to be trusted. %s: sign in again.".formatted(why));
    }

    @Override
    public String toString() {
        return "ExpectedClaims[redacted]";
    }
}

package org.teamsavailability.graph.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.UUID;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.Unreachable;

/**
 * Verifies ID tokens: first that they are signed with a key of the tenant's, RS256 and nothing
 * else, then what they claim.
 */
final class IdTokens {

    private static final int MOST_TENANTS = 1_000;

    private final Cache<UUID, TenantIssuer> issuers =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();
    private final String clientId;
    private final LoginService login;
    private final Clock clock;

    IdTokens(String clientId, LoginService login, Clock clock) {
        this.clientId = clientId;
        this.login = login;
        this.clock = clock;
    }

    SignedIn verified(IdToken token, UUID tenant, String nonce) {
        var issuer = issuers.get(tenant, id -> TenantIssuer.of(id, login));
        var expected = new ExpectedClaims(issuer.name(), clientId, tenant, nonce);
        return expected.of(signed(token, issuer), clock.instant());
    }

    private static JWTClaimsSet signed(IdToken token, TenantIssuer issuer) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, issuer.keys()));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // ExpectedClaims says which one is wrong.
        try {
            return processor.process(token.value(), null);
        } catch (JWKSetParseException _) {
            throw new GraphException(new Malformed(200, null));
        } catch (JWKSetUnavailableException _) {
            throw new GraphException(new Unreachable(null, null));
        } catch (ParseException _) {
            throw new SignInRefusedException("The ID token cannot be read: sign in again.");
        } catch (BadJOSEException | JOSEException _) {
            throw new SignInRefusedException(
                    "The ID token is not signed with a key of the tenant's, by RS256.");
        }
    }
}

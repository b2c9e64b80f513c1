package org.teamsavailability.graph.signin;

import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.ScriptedMicrosoft.Seen;

/** A login service with keys, an OpenID configuration and an ID token; each can be replaced. */
final class ScriptedLogin {

    static final String ISSUER =
            "https://login.microsoftonline.com/%s/v2.0".formatted(CONTOSO.id());
    static final String PERSON = "bbbbbbbb-0000-4000-8000-00000000000b";
    static final RSAKey KEY = newKey("first");
    private static final RSAKey OTHER = newKey("other");

    volatile Reply configuration = Reply.json(200, "{\"issuer\":\"%s\"}".formatted(ISSUER));
    volatile Reply keys = keys(KEY);
    volatile Reply token = idToken(signed(KEY, claims().build()));

    /** Another key than {@link #KEY}, under a name of its own. */
    static RSAKey otherKey(String id) {
        return new RSAKey.Builder(OTHER).keyID(id).build();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of a Global Administrator of Contoso. */
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("client-1")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofHours(1))))
                .claim("nonce", "the-nonce")
                .claim("tid", CONTOSO.id().toString())
                .claim("oid", PERSON)
                .claim("wids", List.of(SignedIn.GLOBAL_ADMINISTRATOR.toString()));
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply keys(RSAKey key) {
        return Reply.json(200, new JWKSet(key).toString());
    }

    static Reply idToken(String token) {
        return Reply.json(
                200,
                """
                {"token_type":"Bearer","expires_in":3599,"access_token":"an-access-token","id_token":"%s"}
                """
                        .formatted(token));
    }

    Reply answer(Seen call) {
        String path = call.uri().getPath();
        if (path.endsWith("/%s/v2.0/.well-known/openid-configuration".formatted(CONTOSO.id()))) {
            return configuration;
        }
        if (path.endsWith("/%s/discovery/v2.0/keys".formatted(CONTOSO.id()))) {
            return keys;
        }
        return path.endsWith("/%s/oauth2/v2.0/token".formatted(CONTOSO.id()))
                ? token
                : Reply.empty(404);
    }
}

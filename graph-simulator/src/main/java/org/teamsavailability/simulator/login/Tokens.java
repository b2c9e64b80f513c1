package org.teamsavailability.simulator.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.databind.JsonNode;

/** Issues and reads tokens of the shape of Graph's, signed with a key of this simulator's own. */
public final class Tokens {
    private static final String HEADER =
            encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(UTF_8));

    private final SecretKeySpec key;

    public Tokens() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    String issue(TokenClaims claims, Instant now, boolean byCertificate) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("aud", claims.audience());
        payload.put("iss", "https://sts.windows.net/" + claims.tenant() + "/");
        payload.put("iat", now.getEpochSecond());
        payload.put("nbf", now.getEpochSecond());
        payload.put("exp", claims.expires().getEpochSecond());
        payload.put("appid", claims.application());
        payload.put("appidacr", byCertificate ? "2" : "1");
        payload.put("idtyp", "app");
        if (!claims.roles().isEmpty()) {
            payload.put("roles", List.copyOf(claims.roles()));
        }
        payload.put("tid", claims.tenant());
        payload.put("uti", UUID.randomUUID());
        payload.put("ver", "1.0");
        String content = HEADER + "." + encode(Json.write(payload).getBytes(UTF_8));
        return content + "." + encode(sign(content));
    }

    /** What the token says; null where this simulator did not issue it. */
    public @Nullable TokenClaims read(String token) {
        int signatureAt = token.lastIndexOf('.');
        int payloadAt = token.indexOf('.');
        if (signatureAt <= payloadAt) {
            return null;
        }
        byte[] expected = encode(sign(token.substring(0, signatureAt))).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, token.substring(signatureAt + 1).getBytes(UTF_8))) {
            return null;
        }
        String payload = token.substring(payloadAt + 1, signatureAt);
        return claims(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(payload)));
    }

    private static TokenClaims claims(JsonNode payload) {
        Set<String> roles = new HashSet<>();
        payload.path("roles").forEach(role -> roles.add(role.asString()));
        return new TokenClaims(
                UUID.fromString(payload.path("tid").asString()),
                payload.path("appid").asString(),
                payload.path("aud").asString(),
                roles,
                Instant.ofEpochSecond(payload.path("exp").asLong()));
    }

    private byte[] sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

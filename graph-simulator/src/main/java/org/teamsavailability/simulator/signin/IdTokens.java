package org.teamsavailability.simulator.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.DirectoryRole;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.exchange.Json;

/** Issues ID tokens of version 2.0, signed by RS256. */
final class IdTokens {
    private static final Duration LIFETIME = Duration.ofMinutes(60);
    private static final UUID ELSEWHERE = UUID.fromString("99999999-9999-4999-8999-999999999999");

    private final Keys keys;

    IdTokens(Keys keys) {
        this.keys = keys;
    }

    static String issuer(String origin, String tenant) {
        return origin + "/" + tenant + "/v2.0";
    }

    String issue(Person person, Code code, String origin, Instant now, @Nullable TokenDefect flaw) {
        Map<String, Object> claims = claims(person, code, origin, now);
        SigningKey signer = keys.current();
        String keyId = signer.id();
        String algorithm = "RS256";
        switch (flaw) {
            case null -> {}
            case WRONG_SIGNATURE -> signer = SigningKey.generate();
            case NO_SIGNATURE -> algorithm = "none";
            case WRONG_NONCE -> claims.put("nonce", UUID.randomUUID());
            case OTHER_ISSUER -> claims.put("iss", issuer(origin, ELSEWHERE.toString()));
            case OTHER_TENANT -> {
                claims.put("iss", issuer(origin, ELSEWHERE.toString()));
                claims.put("tid", ELSEWHERE);
            }
            case OTHER_AUDIENCE -> claims.put("aud", ELSEWHERE);
            case EXPIRED -> timed(claims, now.minus(LIFETIME.multipliedBy(2)));
            case MISSING_WIDS -> claims.remove("wids");
        }
        Map<String, String> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("alg", algorithm);
        header.put("kid", keyId);
        String content = encode(header) + "." + encode(claims);
        return content + "." + (flaw == TokenDefect.NO_SIGNATURE ? "" : signer.sign(content));
    }

    private static Map<String, Object> claims(
            Person person, Code code, String origin, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", code.application());
        claims.put("iss", issuer(origin, code.tenant().toString()));
        timed(claims, now);
        claims.put("name", person.account().displayName());
        if (code.nonce() != null) {
            claims.put("nonce", code.nonce());
        }
        claims.put("oid", code.account());
        claims.put("preferred_username", person.signInName());
        claims.put("sub", subject(code));
        claims.put("tid", code.tenant());
        claims.put("uti", UUID.randomUUID());
        claims.put("ver", "2.0");
        if (person.tenant().registration().roleClaims()) {
            claims.put("wids", roles(person.account().profile()));
        }
        return claims;
    }

    private static void timed(Map<String, Object> claims, Instant now) {
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    }

    /** Of its own for each application, as Microsoft's is. */
    private static String subject(Code code) {
        String pair = code.account() + "/" + code.application();
        return encode(UUID.nameUUIDFromBytes(pair.getBytes(UTF_8)));
    }

    private static List<UUID> roles(Profile profile) {
        Stream<UUID> ordinary =
                profile.isGuest() ? Stream.of() : Stream.of(DirectoryRole.ORDINARY_MEMBER);
        return Stream.concat(
                        profile.roles().stream().sorted().map(DirectoryRole::template), ordinary)
                .toList();
    }

    private static String encode(Object value) {
        return SigningKey.encode(Json.write(value).getBytes(UTF_8));
    }
}

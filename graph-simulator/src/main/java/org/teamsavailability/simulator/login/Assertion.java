package org.teamsavailability.simulator.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JWT by which an application proves that it holds the key of a certificate. */
final class Assertion {
    private final String text;
    private final List<String> parts;
    private final JsonNode header;
    private final JsonNode claims;

    private Assertion(String text) {
        this.text = text;
        parts = List.of(text.split("\\.", -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("a JWT has three parts");
        }
        header = Json.MAPPER.readTree(decode(parts.get(0)));
        claims = Json.MAPPER.readTree(decode(parts.get(1)));
    }

    /**
     * Whether the assertion is the client's own, not over, and signed with the certificate it
     * carries.
     *
     * @param thumbprints of the certificates that are registered; any is, where there is none
     */
    static boolean holds(String text, String client, Set<String> thumbprints, Instant now) {
        try {
            var assertion = new Assertion(text);
            return assertion.isOf(client, now) && assertion.isSignedBy(thumbprints);
        } catch (IllegalArgumentException | JacksonException | GeneralSecurityException _) {
            return false;
        }
    }

    private boolean isOf(String client, Instant now) {
        return claims.path("iss").asString("").equals(client)
                && claims.path("sub").asString("").equals(client)
                && claims.path("aud").asString("").endsWith("/oauth2/v2.0/token")
                && claims.path("exp").asLong(0) > now.getEpochSecond();
    }

    private boolean isSignedBy(Set<String> thumbprints) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(header.path("x5c").path(0).asString(""));
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(encoded));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        if (!thumbprints.isEmpty() && !thumbprints.contains(thumbprint)) {
            return false;
        }
        Signature signature = algorithm(header.path("alg").asString(""));
        signature.initVerify(certificate);
        signature.update(text.substring(0, text.lastIndexOf('.')).getBytes(UTF_8));
        return signature.verify(decode(parts.get(2)));
    }

    private static Signature algorithm(String name) throws GeneralSecurityException {
        if (name.equals("PS256")) {
            var pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(
                    new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            return pss;
        }
        if (name.equals("RS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        throw new GeneralSecurityException("only RS256 and PS256 are taken");
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}

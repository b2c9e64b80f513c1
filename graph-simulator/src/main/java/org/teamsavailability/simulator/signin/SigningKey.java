package org.teamsavailability.simulator.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An RSA key of 2048 bits and its id. */
record SigningKey(String id, KeyPair pair) {

    static SigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every Java", e);
        }
    }

    /** The signature by RS256, in base64url. */
    String sign(String content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA256withRSA is part of every Java", e);
        }
    }

    /** The public half, as in a key set. */
    Map<String, Object> published(String issuer) {
        var key = (RSAPublicKey) pair.getPublic();
        Map<String, Object> published = new LinkedHashMap<>();
        published.put("kty", "RSA");
        published.put("use", "sig");
        published.put("kid", id);
        published.put("n", encode(key.getModulus()));
        published.put("e", encode(key.getPublicExponent()));
        published.put("issuer", issuer);
        return published;
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        boolean signed = bytes.length > 1 && bytes[0] == 0;
        return encode(signed ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}

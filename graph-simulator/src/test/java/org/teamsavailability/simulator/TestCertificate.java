package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.teamsavailability.simulator.exchange.Json;

/** A certificate made by the JDK's keytool, and the assertions it signs. */
final class TestCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private static final class Shared {
        private static final TestCertificate CERTIFICATE = made();

        private static TestCertificate made() {
            try {
                return new TestCertificate();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The one of this run: keytool is a process. */
    static TestCertificate shared() {
        return Shared.CERTIFICATE;
    }

    private TestCertificate() throws Exception {
        Path folder = Files.createTempDirectory("certificate");
        Path file = folder.resolve("app.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "app",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=app",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("keytool ended with " + exit);
        }
        store = KeyStore.getInstance(file.toFile(), PASSWORD);
        Files.delete(file);
        Files.delete(folder);
    }

    /** An assertion of this client, as MSAL makes it, that is good until 2100. */
    String assertion(String client) throws Exception {
        byte[] certificate = store.getCertificate("app").getEncoded();
        String content =
                part(
                                Map.of(
                                        "alg",
                                        "RS256",
                                        "x5c",
                                        List.of(Base64.getEncoder().encodeToString(certificate))))
                        + "."
                        + part(
                                Map.of(
                                        "iss",
                                        client,
                                        "sub",
                                        client,
                                        "aud",
                                        "https://login.example/tenant/oauth2/v2.0/token",
                                        "exp",
                                        4_102_444_800L));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign((PrivateKey) store.getKey("app", PASSWORD));
        signature.update(content.getBytes(US_ASCII));
        return content + "." + encode(signature.sign());
    }

    private static String part(Map<String, ?> content) {
        return encode(Json.write(content).getBytes(UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

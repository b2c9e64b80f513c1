package org.teamsavailability.graph.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A key and its certificate; the JDK's keytool makes each of the three once in a run. */
public record SelfSigned(Path folder, Key key, Certificate certificate) {

    private static final String PASSWORD = "changeit";
    private static final String[] A_CENTURY = {
        "-startdate", "2026/01/01 00:00:00", "-validity", "36500"
    };

    /** Of PKCS#8: what comes before the PKCS#1 key in that of a 2048-bit RSA key. */
    private static final int PKCS8_HEADER = 26;

    private static final Map<String, KeyStore> MADE = new ConcurrentHashMap<>();

    public static SelfSigned in(Path folder) throws GeneralSecurityException {
        return in(folder, "one", A_CENTURY);
    }

    /** One with another key. */
    public static SelfSigned otherIn(Path folder) throws GeneralSecurityException {
        return in(folder, "other", A_CENTURY);
    }

    /** One whose last day was long ago. */
    public static SelfSigned expiredIn(Path folder) throws GeneralSecurityException {
        return in(folder, "expired", "-startdate", "2020/01/01 00:00:00", "-validity", "30");
    }

    private static SelfSigned in(Path folder, String name, String... validity)
            throws GeneralSecurityException {
        var store = MADE.computeIfAbsent(name, _ -> made(folder, validity));
        return new SelfSigned(
                folder, store.getKey("test", PASSWORD.toCharArray()), store.getCertificate("test"));
    }

    private static KeyStore made(Path folder, String... validity) {
        try {
            var file = Files.createTempDirectory(folder, "keytool").resolve("store.p12");
            keytool(file, validity);
            return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path pkcs8() throws Exception {
        return file(keyBlock(), certificateBlock());
    }

    Path pkcs1() throws Exception {
        byte[] pkcs8 = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
        return file(block("RSA PRIVATE KEY", pkcs1), certificateBlock());
    }

    /** As in the header x5t#S256 of an assertion. */
    public String thumbprint() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Key and certificate, as they stand in a PEM file. */
    public String pair() throws CertificateEncodingException {
        return keyBlock() + certificateBlock();
    }

    String keyBlock() {
        return block("PRIVATE KEY", key.getEncoded());
    }

    String certificateBlock() throws CertificateEncodingException {
        return block("CERTIFICATE", certificate.getEncoded());
    }

    Path file(String... blocks) throws IOException {
        return Files.writeString(
                Files.createTempFile(folder, "client", ".pem"),
                "friendlyName: Schlüssel\n" + String.join("\n", blocks));
    }

    static String block(String type, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(content));
    }

    private static void keytool(Path file, String... validity) throws IOException {
        var command =
                "-J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -genkeypair -alias test -keyalg RSA -keysize 2048 -dname CN=test -storetype PKCS12"
                        .split(" ", -1);
        var keytool =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        keytool.command().addAll(Arrays.asList(command));
        keytool.command()
                .addAll(Arrays.asList("-storepass", PASSWORD, "-keystore", file.toString()));
        keytool.command().addAll(Arrays.asList(validity));
        try {
            if (keytool.start().waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

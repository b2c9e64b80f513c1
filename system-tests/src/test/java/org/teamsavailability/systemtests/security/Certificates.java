package org.teamsavailability.systemtests.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority and what it has issued, by the JDK's keytool. For one thread. */
public final class Certificates {

    /** Of the files below. */
    public static final String PASSWORD = "changeit";

    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final Path store;

    /** Makes the authority; its files are in this folder. */
    public Certificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("issued.p12");
        keytool(AUTHORITY, "-ext", "bc:c");
    }

    /**
     * Issues a certificate for this name.
     *
     * @param further of keytool's options
     */
    public Certificates issue(String name, String... further) {
        var options = new ArrayList<>(List.of("-signer", AUTHORITY));
        options.addAll(Arrays.asList(further));
        keytool(name, options.toArray(String[]::new));
        return this;
    }

    /** The authority's own certificate as PEM. */
    public String authority() {
        return certificate(AUTHORITY);
    }

    /** A certificate as PEM. */
    public String certificate(String name) {
        try {
            return pem("CERTIFICATE", open().getCertificate(name).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate " + name, e);
        }
    }

    /** Its key as PEM, in PKCS#8. */
    public String key(String name) {
        try {
            return pem("PRIVATE KEY", open().getKey(name, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key " + name, e);
        }
    }

    /** A trust store for a JVM, which holds the authority alone. */
    public Path trustStore() {
        try {
            var trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(AUTHORITY, open().getCertificate(AUTHORITY));
            var file = folder.resolve("trust.p12");
            try (var out = Files.newOutputStream(file)) {
                trust.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No trust store can be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("No trust store can be written", e);
        }
    }

    /** For a server that shows the certificate of this name. */
    public SSLContext serverContext(String name) {
        try {
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    name,
                    open().getKey(name, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    open().getCertificateChain(name));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No server can show " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key store cannot be read", e);
        }
    }

    private KeyStore open() {
        try {
            return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store cannot be opened", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key store cannot be read", e);
        }
    }

    private static String pem(String type, byte[] content) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(type, encoder.encodeToString(content));
    }

    private void keytool(String name, String... further) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-J-XX:+UseSerialGC",
                                "-J-XX:TieredStopAtLevel=1",
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=" + name,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString()));
        command.addAll(Arrays.asList(further));
        try {
            var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keytool cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a certificate was made", e);
        }
    }
}

package org.teamsavailability.graph.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key and the certificates of a PEM file (RFC 7468), with any text around them. */
final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private final Path file;
    private final RSAPrivateKey key;
    private final List<X509Certificate> certificates;

    private PemFile(Path file, RSAPrivateKey key, List<X509Certificate> certificates) {
        this.file = file;
        this.key = key;
        this.certificates = certificates;
    }

    static PemFile read(Path file) {
        try {
            RSAPrivateKey key = null;
            var certificates = new ArrayList<X509Certificate>();
            var blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                byte[] content = decoded(blocks.group(2));
                switch (blocks.group(1)) {
                    case "PRIVATE KEY" -> key = rsaKey(content);
                    case "RSA PRIVATE KEY" -> key = rsaKey(Pkcs1.toPkcs8(content));
                    case "CERTIFICATE" -> certificates.add(certificate(content));
                    default -> throw problem(file, "holds a " + blocks.group(1), null);
                }
            }
            if (key == null || certificates.isEmpty()) {
                throw problem(file, key == null ? "holds no key" : "holds no certificate", null);
            }
            return new PemFile(file, key, certificates);
        } catch (IOException e) {
            throw problem(file, "cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw problem(file, "holds a key or a certificate of another kind", e);
        }
    }

    /** The certificate of the key goes first, whatever the order in the file. */
    ClientCredential.Certificate certificate() {
        var own = certificates.stream().filter(this::belongsToKey).findFirst();
        var leaf = own.orElseThrow(() -> problem(file, "holds no certificate of its key", null));
        var chain = new ArrayList<>(certificates);
        chain.remove(leaf);
        chain.addFirst(leaf);
        return new ClientCredential.Certificate(key, chain);
    }

    private boolean belongsToKey(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().equals(key.getModulus());
    }

    private static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("It is not base64", e);
        }
    }

    private static RSAPrivateKey rsaKey(byte[] pkcs8) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return (RSAPrivateKey) key;
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static IllegalArgumentException problem(
            Path file, String what, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The client certificate file %s %s: give a PEM file with an unencrypted RSA key (PRIVATE KEY or RSA PRIVATE KEY) and its CERTIFICATE."
                        .formatted(file, what),
                cause);
    }
}

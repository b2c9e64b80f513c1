package org.teamsavailability.graph.settings;

import java.io.ByteArrayInputStream;
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
import org.teamsavailability.graph.settings.ClientCredential.Certificate;

/** The keys and the certificates of a PEM file (RFC 7468), with any text around them. */
final class PemFile {

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private final SmallFile file;
    private final List<RSAPrivateKey> keys = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();

    private PemFile(SmallFile file) {
        this.file = file;
    }

    static PemFile read(Path path) {
        var pem =
                new PemFile(
                        new SmallFile(
                                "client certificate",
                                path,
                                "a PEM file with an unencrypted RSA key (PRIVATE KEY or RSA PRIVATE"
                                        + " KEY) and its CERTIFICATE, or two of both while they are"
                                        + " rotated"));
        try {
            pem.take(pem.file.text());
        } catch (GeneralSecurityException e) {
            throw pem.file.problem("holds a key or a certificate of another kind", e);
        }
        return pem;
    }

    private void take(String text) throws GeneralSecurityException {
        var blocks = BLOCK.matcher(text);
        int complete = 0;
        for (; blocks.find(); complete++) {
            byte[] content = decoded(blocks.group(2));
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> keys.add(rsaKey(content));
                case "RSA PRIVATE KEY" -> keys.add(rsaKey(Pkcs1.toPkcs8(content)));
                case "CERTIFICATE" -> certificates.add(certificate(content));
                default -> throw file.problem("holds a " + blocks.group(1), null);
            }
        }
        if (BEGIN.matcher(text).results().count() > complete) {
            throw file.problem("breaks off", null);
        }
    }

    /** Each certificate of a key goes first in its chain, whatever the order in the file. */
    List<Certificate> pairs() {
        if (keys.isEmpty() || certificates.isEmpty()) {
            throw file.problem(keys.isEmpty() ? "holds no key" : "holds no certificate", null);
        }
        if (!keys.stream().allMatch(this::hasCertificate)) {
            throw file.problem("holds no certificate of its key", null);
        }
        var issuers = certificates.stream().filter(it -> keyOf(it) == null).toList();
        var pairs = new ArrayList<Certificate>();
        for (var leaf : certificates) {
            var key = keyOf(leaf);
            if (key != null) {
                var chain = new ArrayList<>(issuers);
                chain.addFirst(leaf);
                pairs.add(new Certificate(key, chain));
            }
        }
        if (pairs.size() > CredentialSource.MOST) {
            throw file.problem("holds %d certificates of its keys".formatted(pairs.size()), null);
        }
        return pairs;
    }

    private boolean hasCertificate(RSAPrivateKey key) {
        return certificates.stream().anyMatch(it -> belongTogether(it, key));
    }

    private @Nullable RSAPrivateKey keyOf(X509Certificate certificate) {
        return keys.stream()
                .filter(key -> belongTogether(certificate, key))
                .findFirst()
                .orElse(null);
    }

    private static boolean belongTogether(X509Certificate certificate, RSAPrivateKey key) {
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
}

package org.teamsavailability.schemas.serde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a registry asks for in addition to its address.
 *
 * @param credentials {@code user:password} of Basic authentication; null where there are none
 * @param authorities {@code SCHEMA_REGISTRY_CA}, a PEM file with the registry's CA certificates,
 *     used instead of the JVM's own; null for the JVM's own
 */
public record RegistryAccess(@Nullable String credentials, @Nullable Path authorities) {

    /** Nothing. */
    public static final RegistryAccess OPEN = new RegistryAccess(null, null);

    /**
     * Reads the file of the authorities, so that a wrong one is known at start and not first where
     * the registry is asked.
     *
     * @throws IllegalArgumentException if it cannot be read, or holds no certificate
     */
    public void check() {
        var _ = tls();
    }

    /**
     * For a client that believes these authorities; null where there are none.
     *
     * @throws IllegalArgumentException if the file holds no certificate
     */
    @Nullable SSLContext tls() {
        if (authorities == null) {
            return null;
        }
        try (var file = Files.newInputStream(authorities)) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (var it : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), it);
            }
            if (trusted.size() == 0) {
                throw unusable("it holds no certificate", null);
            }
            var managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw unusable("it cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw unusable("it holds something that is not a certificate", e);
        }
    }

    private IllegalArgumentException unusable(String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "SCHEMA_REGISTRY_CA is %s, and %s: give a PEM file with the registry's CA certificates"
                        .formatted(authorities, why),
                cause);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "RegistryAccess[authorities=" + authorities + "]";
    }
}

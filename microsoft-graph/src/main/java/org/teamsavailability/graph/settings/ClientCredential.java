package org.teamsavailability.graph.settings;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What proves to Microsoft Entra that we are the app registration. Never printed. */
public sealed interface ClientCredential extends CredentialSource {

    /** When it expires; null where nobody said so. */
    @Nullable Instant expires();

    /** Itself, which never changes. */
    @Override
    default List<ClientCredential> read() {
        return List.of(this);
    }

    /**
     * A client secret; it expires for all tenants at once.
     *
     * @param value the secret's value, not its id
     * @param expires as its creator says; no call that we may make tells it
     */
    record Secret(String value, @Nullable Instant expires) implements ClientCredential {
        public Secret {
            if (value.isBlank()) {
                throw new IllegalArgumentException(
                        "The client secret is blank: give the secret's value, or a certificate.");
            }
        }

        /** One that expires nobody knows when. */
        public Secret(String value) {
            this(value, null);
        }

        @Override
        public String toString() {
            return "Secret[redacted]";
        }
    }

    /**
     * A certificate that was uploaded to the app registration, with its RSA key.
     *
     * @param key the private key
     * @param chain the certificate of that key first, then its issuers, if any
     */
    record Certificate(PrivateKey key, List<X509Certificate> chain) implements ClientCredential {
        public Certificate {
            chain = List.copyOf(chain);
            if (chain.isEmpty()) {
                throw new IllegalArgumentException(
                        "The client certificate is missing: give it together with its key.");
            }
        }

        @Override
        public Instant expires() {
            return chain.getFirst().getNotAfter().toInstant();
        }

        @Override
        public String toString() {
            return "Certificate[redacted]";
        }
    }
}

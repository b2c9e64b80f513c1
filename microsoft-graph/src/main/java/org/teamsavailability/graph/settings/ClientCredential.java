package org.teamsavailability.graph.settings;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** What proves to Microsoft Entra that we are the app registration. Never printed. */
public sealed interface ClientCredential {

    /**
     * A client secret; it expires for all tenants at once.
     *
     * @param value the secret's value, not its id
     */
    record Secret(String value) implements ClientCredential {
        public Secret {
            if (value.isBlank()) {
                throw new IllegalArgumentException(
                        "The client secret is blank: give the secret's value, or a certificate.");
            }
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

        /**
         * Reads a PEM file that holds an unencrypted RSA key (PKCS#8 or PKCS#1) and its
         * certificate, in any order, with or without the certificates of its issuers.
         *
         * @throws IllegalArgumentException which says what the file lacks, and none of its content
         */
        public static Certificate fromPem(Path file) {
            return PemFile.read(file).certificate();
        }

        @Override
        public String toString() {
            return "Certificate[redacted]";
        }
    }
}

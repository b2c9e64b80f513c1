package org.teamsavailability.graph.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * A PEM file that holds an unencrypted RSA key (PKCS#8 or PKCS#1) and its certificate, in any
 * order, with or without the certificates of its issuers. While one takes the place of the other it
 * holds two certificates and their keys, or two certificates of one key: that which stands first is
 * used first. One file and not two, so that one replacement changes everything at once.
 */
public record CertificateFile(Path path) implements CredentialSource {

    @Override
    public List<ClientCredential> read() {
        return List.copyOf(PemFile.read(path).pairs());
    }
}

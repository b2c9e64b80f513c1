package org.teamsavailability.graph.settings;

import java.util.List;

/**
 * Where the credentials of an app registration come from: given once, as a {@link ClientCredential}
 * is, or a file, which may hold the old and the new one at once and is read again while it is in
 * use.
 */
public sealed interface CredentialSource permits ClientCredential, SecretFile, CertificateFile {

    /** How many one source may hold: the one in use, and the one that takes its place. */
    int MOST = 2;

    /**
     * What it holds now: one credential or two, the one to use first before the other.
     *
     * @throws IllegalArgumentException which names the file and what it lacks, and nothing of what
     *     it holds
     */
    List<ClientCredential> read();
}

package org.teamsavailability.simulator.dataset;

import java.util.Set;

/**
 * What the application must show. An empty set of secrets or thumbprints takes any.
 *
 * @param secrets client secrets that are valid
 * @param expiredSecrets client secrets that were valid
 * @param thumbprints SHA-256 thumbprints of the certificates that may sign assertions, in base64url
 *     without padding as in the header {@code x5t#S256}
 */
public record Credentials(
        Set<String> secrets, Set<String> expiredSecrets, Set<String> thumbprints) {
    /** Takes any secret and any certificate. */
    public static final Credentials ANY = new Credentials(Set.of(), Set.of(), Set.of());

    public Credentials {
        secrets = Set.copyOf(secrets);
        expiredSecrets = Set.copyOf(expiredSecrets);
        thumbprints = Set.copyOf(thumbprints);
    }

    /** Takes these secrets only, and any certificate. */
    public static Credentials secrets(String... secrets) {
        return new Credentials(Set.of(secrets), Set.of(), Set.of());
    }

    @Override
    public String toString() {
        return "Credentials[" + secrets.size() + " secrets]";
    }
}

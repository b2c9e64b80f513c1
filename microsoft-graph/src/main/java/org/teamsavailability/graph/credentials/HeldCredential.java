package org.teamsavailability.graph.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.settings.ClientCredential;

/**
 * A credential that may be used.
 *
 * @param standing what Microsoft said of it
 * @param since when; null as long as it is untried
 * @param former whether it is no longer in the file, and kept until one that is works
 */
public record HeldCredential(
        ClientCredential credential, Standing standing, @Nullable Instant since, boolean former) {

    static HeldCredential of(ClientCredential credential) {
        return new HeldCredential(credential, Standing.UNTRIED, null, false);
    }

    HeldCredential now(Standing said, Instant at) {
        return new HeldCredential(credential, said, at, former);
    }

    HeldCredential left() {
        return new HeldCredential(credential, standing, since, true);
    }

    /** Whether it is untried, or was refused before that. */
    boolean isToBeTried(Instant before) {
        return standing == Standing.UNTRIED
                || (isRefused() && since != null && since.isBefore(before));
    }

    boolean isRefused() {
        return standing == Standing.REFUSED;
    }
}

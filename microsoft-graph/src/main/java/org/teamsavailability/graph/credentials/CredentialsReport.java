package org.teamsavailability.graph.credentials;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;

/**
 * How it stands with the credentials of one cloud.
 *
 * @param held in the file's order; none where a desk is in a cloud without an app registration
 * @param refused whether Microsoft took none of them when it was last asked: nothing can be read in
 *     this cloud with a new token
 * @param problem why what the file holds now cannot be used; null where it can be
 */
public record CredentialsReport(
        MicrosoftCloud cloud,
        List<HeldCredential> held,
        boolean refused,
        @Nullable String problem) {

    public CredentialsReport {
        held = List.copyOf(held);
    }

    /** Something is wrong with them, though one may work. */
    public boolean isDoubtful() {
        return problem != null || held.stream().anyMatch(HeldCredential::isRefused);
    }

    /** When the last of them expires; null where nobody knows. */
    public @Nullable Instant expires() {
        return held.stream()
                .filter(it -> !it.former())
                .map(it -> it.credential().expires())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}

package org.teamsavailability.mapping.connection.consent;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A page of Microsoft where a refused step of the consent flow can be done again.
 *
 * @param label of the link
 * @param state to be set as the browser's cookie; null where it keeps the one it has
 */
public record Retry(String label, URI url, @Nullable FlowState state) {

    /** Leaves the address out, which holds a state. */
    @Override
    public String toString() {
        return "Retry[" + label + "]";
    }
}

package org.teamsavailability.graph.tokens;

import java.util.Set;
import org.teamsavailability.graph.GraphPermission;

/**
 * An application token of one tenant.
 *
 * @param value what goes behind {@code Bearer}; never printed
 */
public record AppToken(String value) {

    /** The permissions among its {@code roles}; empty where the token cannot be read. */
    public Set<GraphPermission> permissions() {
        return TokenRoles.of(this);
    }

    @Override
    public String toString() {
        return "AppToken[redacted]";
    }
}

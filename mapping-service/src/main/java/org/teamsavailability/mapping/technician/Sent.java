package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * A field that somebody sent; one that they left out has none of these, and stays as it is.
 *
 * @param value null to clear the field
 */
public record Sent<T>(@Nullable T value) {

    /** Leaves the value out, which may be a person's. */
    @Override
    public String toString() {
        return "Sent[]";
    }
}

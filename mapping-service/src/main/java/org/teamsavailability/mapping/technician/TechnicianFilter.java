package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;

/**
 * Which technicians of a list are wanted; null where it does not matter.
 *
 * @param mapped whether they have a mapping
 * @param active whether they are active
 * @param ignored whether they are ignored
 * @param beginning what id, name or email begins with, without regard to case
 */
public record TechnicianFilter(
        @Nullable Boolean mapped,
        @Nullable Boolean active,
        @Nullable Boolean ignored,
        @Nullable String beginning) {

    /** All of them. */
    public static final TechnicianFilter NONE = new TechnicianFilter(null, null, null, null);
}

package org.teamsavailability.mapping.publishing;

import org.jspecify.annotations.Nullable;

/**
 * One record that goes out.
 *
 * @param current null where there is nothing, or nothing any more: a tombstone
 */
public record Publication(Mark mark, @Nullable Current current) {}

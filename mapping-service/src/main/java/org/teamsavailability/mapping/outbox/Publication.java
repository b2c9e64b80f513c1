package org.teamsavailability.mapping.outbox;

import org.jspecify.annotations.Nullable;

/**
 * One record that goes out.
 *
 * @param current null where there is nothing, or nothing any more: a tombstone
 */
public record Publication(OutboxEntry mark, @Nullable PublishedState current) {}

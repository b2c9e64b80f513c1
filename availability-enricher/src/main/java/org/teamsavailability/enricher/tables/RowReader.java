package org.teamsavailability.enricher.tables;

import org.jspecify.annotations.Nullable;

/**
 * Reads a row from its bytes on the topic.
 *
 * @param <V> the row
 */
@FunctionalInterface
public interface RowReader<V> {

    /** The row that was on a topic, or null where the bytes are not one. */
    @Nullable V read(String topic, byte[] bytes);
}

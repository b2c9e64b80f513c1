package org.teamsavailability.graph.sdk;

import tools.jackson.core.JsonParser;

/**
 * Reads one JSON object from where it starts to where it ends.
 *
 * @param <T> what it makes of it
 */
interface BodyReader<T> {

    /**
     * Reads what counts, and skips the rest.
     *
     * @param json stands at the start of the object
     * @throws UnexpectedShape where a field is of another type than Microsoft documents
     */
    T read(JsonParser json);
}

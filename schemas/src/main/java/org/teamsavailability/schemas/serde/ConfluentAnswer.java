package org.teamsavailability.schemas.serde;

import org.jspecify.annotations.Nullable;

/**
 * What Confluent's client throws for an answer of the registry, read without its class: it is on
 * the class path only with the Maven profile {@code confluent}.
 */
final class ConfluentAnswer {

    private static final String ANSWER =
            "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

    private ConfluentAnswer() {}

    /** The HTTP status of the answer; null where the failure is not one. */
    static @Nullable Integer status(Throwable failure) {
        if (!failure.getClass().getName().equals(ANSWER)) {
            return null;
        }
        try {
            return (Integer) failure.getClass().getMethod("getStatus").invoke(failure);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(ANSWER + " has no getStatus()", e);
        }
    }
}

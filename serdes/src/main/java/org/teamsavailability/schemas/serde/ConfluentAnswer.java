package org.teamsavailability.schemas.serde;

import java.util.Set;

/**
 * What Confluent's client throws for an answer of the registry, read without its class: it is on
 * the class path only with the Maven profile {@code confluent}.
 */
final class ConfluentAnswer {

    private static final String ANSWER =
            "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

    /** Subject, version and schema not found, of Confluent's API. */
    private static final Set<Integer> NOT_FOUND = Set.of(40401, 40402, 40403);

    private ConfluentAnswer() {}

    /** Whether the failure is an answer of the registry, whatever it says. */
    static boolean is(Throwable failure) {
        return failure.getClass().getName().equals(ANSWER);
    }

    /** Whether it is the registry's own "not found", and not that of a proxy before it. */
    static boolean isNotFound(Throwable failure) {
        return is(failure) && NOT_FOUND.contains(errorCode(failure));
    }

    /** Its status, as HTTP has it. */
    static int status(Throwable answer) {
        return number(answer, "getStatus");
    }

    private static int errorCode(Throwable answer) {
        return number(answer, "getErrorCode");
    }

    private static int number(Throwable answer, String method) {
        try {
            return (int) answer.getClass().getMethod(method).invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(ANSWER + " has no " + method + "()", e);
        }
    }
}

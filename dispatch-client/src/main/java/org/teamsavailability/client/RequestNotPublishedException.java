package org.teamsavailability.client;

/**
 * Kafka or the schema registry did not take a request in time. A later try may succeed. The request
 * may be on the topic all the same, if only Kafka's confirmation was lost.
 */
public final class RequestNotPublishedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestNotPublishedException(String requestId, Throwable cause) {
        super(
                "The request "
                        + requestId
                        + " was not published in time ("
                        + cause.getClass().getSimpleName()
                        + "): Kafka or the schema registry is unavailable",
                cause);
    }
}

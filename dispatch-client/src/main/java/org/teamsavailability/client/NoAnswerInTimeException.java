package org.teamsavailability.client;

/** No answer came until the deadline of the one who waited. */
public final class NoAnswerInTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerInTimeException(String requestId) {
        super("No answer to the request " + requestId + " came in time");
    }
}

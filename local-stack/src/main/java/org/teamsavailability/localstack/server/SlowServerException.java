package org.teamsavailability.localstack.server;

/** A server of the stack runs and does not answer in time; the message names it. */
public final class SlowServerException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SlowServerException(String message, Throwable cause) {
        super(message, cause);
    }
}

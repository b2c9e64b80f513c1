package org.teamsavailability.client;

/**
 * A request can never be published as it is: it is too large, it cannot be serialized, or the
 * client may not write it. The cause says which.
 */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestRefusedException(String requestId, Throwable cause) {
        super(
                "The request "
                        + requestId
                        + " cannot be published ("
                        + cause.getClass().getSimpleName()
                        + ": "
                        + cause.getMessage()
                        + ")",
                cause);
    }
}

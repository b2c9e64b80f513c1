package org.teamsavailability.mapping.command;

/** A command could not do what it was asked to; the message is one sentence with the way out. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(String message) {
        super(message, null, false, false);
    }
}

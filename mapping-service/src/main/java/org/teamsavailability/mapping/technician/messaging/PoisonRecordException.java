package org.teamsavailability.mapping.technician.messaging;

/**
 * The record is wrong and stays so: it goes to the dead letters. The message gets into their
 * headers, so it never holds a value, and there is neither a cause nor a stack trace.
 */
final class PoisonRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonRecordException(String message) {
        super(message, null, false, false);
    }
}

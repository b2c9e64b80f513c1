package org.teamsavailability.operations.console;

/** Something a person wrote is not as it must be; the message says where and what is allowed. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A message of its own. */
    public BadInput(String message) {
        super(message);
    }

    /**
     * The usual message.
     *
     * @param place the field or argument
     * @param wrong what is wrong there, as {@code is 'x'}
     * @param allowed what may be there
     */
    public BadInput(String place, String wrong, String allowed) {
        this(place + " " + wrong + ", allowed: " + allowed);
    }
}

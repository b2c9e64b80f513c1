package org.teamsavailability.localstack.administration;

/** Desks that were to be made exist already. */
public final class DesksExistException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DesksExistException(String said) {
        super(said);
    }
}

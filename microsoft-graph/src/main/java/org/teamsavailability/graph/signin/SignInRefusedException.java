package org.teamsavailability.graph.signin;

/**
 * The code or the ID token is not to be trusted, or Microsoft did not redeem the code. The message
 * says which check failed and holds neither token nor code.
 */
public final class SignInRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignInRefusedException(String message) {
        super(message);
    }
}

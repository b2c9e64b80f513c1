package org.teamsavailability.graph.signin;

/**
 * An ID token, not verified.
 *
 * @param value never printed
 */
record IdToken(String value) {
    @Override
    public String toString() {
        return "IdToken[redacted]";
    }
}

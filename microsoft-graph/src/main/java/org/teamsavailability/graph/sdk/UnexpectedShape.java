package org.teamsavailability.graph.sdk;

/** A body is JSON, but not what Microsoft documents. Says nothing of what it holds. */
final class UnexpectedShape extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedShape() {
        super(null, null, false, false);
    }
}

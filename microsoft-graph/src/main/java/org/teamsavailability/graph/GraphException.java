package org.teamsavailability.graph;

/** Carries a {@link GraphFailure} through a {@link java.util.concurrent.CompletionStage}. */
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphFailure failure;

    /** Without a stack trace: a failure of Microsoft's is an outcome, not a defect. */
    public GraphException(GraphFailure failure) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    public GraphFailure failure() {
        return failure;
    }
}

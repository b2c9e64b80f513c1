package org.teamsavailability.mapping.automap;

/** Ends a run. */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RunFailure failure;

    /** Without a stack trace: it is an outcome, not a defect. */
    public RunFailedException(RunFailure failure) {
        super(failure.title(), null, false, false);
        this.failure = failure;
    }

    RunFailure failure() {
        return failure;
    }
}

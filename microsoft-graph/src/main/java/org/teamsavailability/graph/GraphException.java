package org.teamsavailability.graph;

import org.jspecify.annotations.Nullable;

/** Carries a {@link GraphFailure} through a {@link java.util.concurrent.CompletionStage}. */
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphFailure failure;
    private final transient @Nullable RetryTime retryTime;

    /** Without a stack trace: a failure of Microsoft's is an outcome, not a defect. */
    public GraphException(GraphFailure failure) {
        this(
                failure,
                failure instanceof GraphFailure.Throttled throttled
                        ? new RetryTime(throttled.notBefore(), false)
                        : null);
    }

    /**
     * The same where the response may have had a {@code Retry-After}.
     *
     * @param retryTime null where it had none
     */
    public GraphException(GraphFailure failure, @Nullable RetryTime retryTime) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
        this.retryTime = retryTime;
    }

    public GraphFailure failure() {
        return failure;
    }

    /** When Microsoft may be called again; null where it did not say. */
    public @Nullable RetryTime retryTime() {
        return retryTime;
    }
}

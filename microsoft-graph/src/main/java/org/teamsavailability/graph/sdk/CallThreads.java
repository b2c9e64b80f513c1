package org.teamsavailability.graph.sdk;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;

/** Turns what blocks into a stage: it always completes, and fails with a GraphException only. */
final class CallThreads {

    /** What blocks; it sees its own outcome, which is done early where it was cancelled. */
    interface Work<T> {
        T run(Future<T> outcome) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(CallThreads.class);

    private final ExecutorService threads;

    /**
     * Starts nothing yet.
     *
     * @param threads a virtual thread per task; owned by the caller
     */
    CallThreads(ExecutorService threads) {
        this.threads = threads;
    }

    <T> CompletableFuture<T> run(Work<T> work) {
        var outcome = new CompletableFuture<T>();
        try {
            threads.execute(() -> settle(outcome, work));
        } catch (RejectedExecutionException _) {
            outcome.completeExceptionally(unreachable());
        }
        return outcome;
    }

    private static <T> void settle(CompletableFuture<T> outcome, Work<T> work) {
        try {
            outcome.complete(work.run(outcome));
        } catch (GraphException e) {
            outcome.completeExceptionally(e);
        } catch (InterruptedException | CancellationException _) {
            outcome.completeExceptionally(unreachable());
        } catch (Throwable e) {
            // Without its message, which may quote a body.
            LOG.atError()
                    .addKeyValue("exception", e.getClass().getName())
                    .log("A call of Microsoft Graph ended in a defect");
            outcome.completeExceptionally(unreachable());
        }
    }

    private static GraphException unreachable() {
        return new GraphException(new GraphFailure.Unreachable(null, null));
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;

/** From what a stage failed with to the failure it means. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static <K, R> Reply.Failure<K, R> reply(@Nullable Throwable thrown, Instant at) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof GraphException known) {
            return new Reply.Failure<>(known.failure(), known.retryTime(), at);
        }
        // A defect behind the port; only its type, since a message may quote what was read.
        LOG.atError()
                .addKeyValue("exception", cause == null ? "none" : cause.getClass().getName())
                .log("A call to Microsoft Graph failed in a way that is not foreseen");
        return new Reply.Failure<>(new GraphFailure.Unreachable(null, null), null, at);
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.NotProvisioned;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.TimedOut;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.RetryTime;
import org.teamsavailability.graph.telemetry.FailureWord;

/** What came back from one call, and when it was complete. */
sealed interface Reply<K, R> {

    Instant at();

    /** Whether Microsoft answered, be it with a refusal of what was asked for. */
    boolean isAnswer();

    /** In one word, as meters and spans name it. */
    String outcome();

    record Results<K, R>(Function<K, R> byKey, Instant at) implements Reply<K, R> {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public String outcome() {
            return "ok";
        }
    }

    /**
     * It failed.
     *
     * @param retryTime when Microsoft may be called again; null where it did not say
     */
    record Failure<K, R>(GraphFailure failure, @Nullable RetryTime retryTime, Instant at)
            implements Reply<K, R> {
        @Override
        public boolean isAnswer() {
            return retryTime == null
                    && switch (failure) {
                        case Refused _, NotProvisioned _, PermissionMissing _ -> true;
                        case Unreachable _,
                                TimedOut _,
                                Throttled _,
                                Malformed _,
                                ConsentMissing _,
                                OwnCredentialsRefused _ ->
                                false;
                    };
        }

        @Override
        public String outcome() {
            return FailureWord.of(failure);
        }
    }
}

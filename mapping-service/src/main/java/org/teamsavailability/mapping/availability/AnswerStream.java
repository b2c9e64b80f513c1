package org.teamsavailability.mapping.availability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * The topic {@code candidate-availability}. What it cannot give because Kafka is unavailable throws
 * {@link AvailabilityRefusal.StreamUnavailable}.
 */
public interface AnswerStream {

    /** A call that waits for an answer until it is closed. */
    interface Awaited extends AutoCloseable {

        /**
         * Waits for the answer.
         *
         * @return null if it did not come in time, or the service stops
         */
        @Nullable CandidateAvailability within(Duration patience) throws InterruptedException;

        @Override
        void close();
    }

    /** Begins to wait: no answer that is committed from now on is missed. */
    Awaited await(String serviceDeskId, String requestId);

    /** Looks for the answer to a request, from an offset to the end of what is committed. */
    Search<CandidateAvailability> findAnswer(
            String serviceDeskId, String requestId, int partition, long from);
}

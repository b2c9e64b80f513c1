package org.teamsavailability.mapping.availability.messaging;

import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.availability.AvailabilityRefusal;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.search.messaging.FailureLog;

/** What becomes of a failure of Kafka or of the schema registry. Any thread. */
final class StreamFailures {

    private final Duration retryAfter;
    private final FailureLog log =
            new FailureLog(
                    LoggerFactory.getLogger(StreamFailures.class), "A request over HTTP failed");

    /**
     * @param retryAfter when callers may try again
     */
    StreamFailures(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** To throw it. The log names the class of the failure once a minute, and no record. */
    RefusedException unavailable(String what, Throwable failure) {
        log.failed(what, failure);
        return new AvailabilityRefusal.StreamUnavailable(retryAfter).exception();
    }
}

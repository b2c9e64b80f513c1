package org.teamsavailability.mapping.availability.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.availability.AvailabilityRefusal;
import org.teamsavailability.mapping.refusal.RefusedException;

/** What becomes of a failure of Kafka or of the schema registry. Any thread. */
final class StreamFailures {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFailures.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Duration retryAfter;
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    /**
     * @param retryAfter when callers may try again
     */
    StreamFailures(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** To throw it. The log names the class of the failure once a minute, and no record. */
    RefusedException unavailable(String what, Throwable failure) {
        long last = lastLogged.get();
        long now = System.nanoTime();
        if (now - last >= QUIET_NANOS && lastLogged.compareAndSet(last, now)) {
            LOG.atWarn()
                    .setMessage("A request over HTTP failed")
                    .addKeyValue("what", what)
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log();
        }
        return new AvailabilityRefusal.StreamUnavailable(retryAfter).exception();
    }
}

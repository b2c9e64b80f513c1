package org.teamsavailability.mapping.search.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Logs failures of Kafka or of the schema registry once a minute, by class. Any thread. */
public final class FailureLog {

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final String message;
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    public FailureLog(Logger log, String message) {
        this.log = log;
        this.message = message;
    }

    /** Names what failed and the class of the failure, and no record. */
    public void failed(String what, Throwable failure) {
        long last = lastLogged.get();
        long now = System.nanoTime();
        if (now - last >= QUIET_NANOS && lastLogged.compareAndSet(last, now)) {
            log.atWarn()
                    .setMessage(message)
                    .addKeyValue("what", what)
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log();
        }
    }
}

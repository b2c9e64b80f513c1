package org.teamsavailability.enricher.topology;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a stream thread's failure: the thread is replaced; after five in a minute the
 * client is shut down. While the schema registry cannot be reached nothing can be read and nothing
 * may be skipped: then the thread pauses before it is replaced, however often.
 *
 * <p>Any stream thread calls it, on its way out.
 */
public final class UncaughtFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(UncaughtFailures.class);
    private static final Duration COUNTED = Duration.ofMinutes(1);
    private static final int TOO_MANY = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Clock clock;
    private final Consumer<Duration> pause;
    private final Predicate<Throwable> registryAway;
    private final Runnable givenUp;
    private final ArrayDeque<Instant> recent = new ArrayDeque<>();

    /**
     * @param pause blocks the calling thread for so long
     * @param registryAway whether a failure means that the schema registry cannot be reached
     * @param givenUp called once the client is to be shut down
     */
    public UncaughtFailures(
            Clock clock,
            Consumer<Duration> pause,
            Predicate<Throwable> registryAway,
            Runnable givenUp) {
        this.clock = clock;
        this.pause = pause;
        this.registryAway = registryAway;
        this.givenUp = givenUp;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (registryAway.test(failure)) {
            log.atWarn()
                    .addKeyValue("pause", PAUSE)
                    .log("The schema registry cannot be reached; requests wait until it can");
            pause.accept(PAUSE);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        log.error("A stream thread failed", failure);
        if (isOneTooMany()) {
            givenUp.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized boolean isOneTooMany() {
        Instant now = clock.instant();
        recent.addLast(now);
        while (recent.getFirst().isBefore(now.minus(COUNTED))) {
            recent.removeFirst();
        }
        return recent.size() >= TOO_MANY;
    }
}

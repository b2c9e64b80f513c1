package org.teamsavailability.mapping.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay's life: takes the lock or stands by, publishes while the lock lasts, and starts again
 * after every failure. An instance that fails releases the lock, so that another one can publish.
 * One thread runs it; any thread may end it.
 */
final class RelayLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

    /** How long it usually waits before it asks for the lock again. */
    static final Duration STAND_BY = Duration.ofSeconds(1);

    private final RelayLock lock;
    private final Publisher.Source publishers;
    private final OutboxRelay relay;
    private final Duration poll;
    private final Duration standBy;
    private final BacklogWatch backlog;
    private final RelayStatus status;
    private final RelayMeters meters;
    private final Backoff pauses = new Backoff();

    RelayLoop(
            RelayLock lock,
            Publisher.Source publishers,
            OutboxRelay relay,
            Duration poll,
            Duration standBy,
            BacklogWatch backlog,
            RelayStatus status,
            RelayMeters meters) {
        this.lock = lock;
        this.publishers = publishers;
        this.relay = relay;
        this.poll = poll;
        this.standBy = standBy;
        this.backlog = backlog;
        this.status = status;
        this.meters = meters;
    }

    @Override
    public void run() {
        while (!pauses.ended()) {
            try {
                takeATurn();
            } catch (FencedException _) {
                log.info("Another instance is now publishing; standing by");
                pauses.pause(standBy);
            } catch (RuntimeException | Error failure) {
                failed(failure);
            }
        }
        status.is(RelayStatus.State.STOPPED);
    }

    /** It comes to an end within a pass. */
    void end() {
        pauses.end();
    }

    private void takeATurn() {
        try (var hold = lock.tryTake()) {
            if (hold != null) {
                publishWhile(hold);
                return;
            }
        }
        backlog.look();
        status.is(RelayStatus.State.STANDING_BY);
        pauses.succeeded();
        pauses.pause(standBy);
    }

    private void publishWhile(RelayLock.Hold hold) {
        try (var publisher = publishers.open()) {
            log.info("This instance publishes mappings and connections");
            while (!pauses.ended() && hold.lasts()) {
                backlog.look();
                var pass = relay.pass(publisher);
                meters.published(pass.published());
                status.is(RelayStatus.State.PUBLISHING);
                pauses.succeeded();
                if (!pass.more()) {
                    pauses.pause(poll);
                }
            }
        }
    }

    private void failed(Throwable failure) {
        if (pauses.ended()) {
            return;
        }
        var classes = FailureClasses.of(failure);
        meters.failed();
        status.failing(classes);
        log.atWarn()
                .addKeyValue("failure", classes)
                .log("Publishing has failed and is tried again; no change is lost");
        pauses.afterFailure();
    }
}

package org.teamsavailability.mapping.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that the end cuts short; after a failure each is longer than the last. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CountDownLatch end = new CountDownLatch(1);
    private Duration next = FIRST;

    /** Any thread may end it, once and for all. */
    void end() {
        end.countDown();
    }

    boolean ended() {
        return end.getCount() == 0;
    }

    void pause(Duration duration) {
        try {
            var _ = end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            end();
        }
    }

    void afterFailure() {
        var now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
        pause(now);
    }

    void succeeded() {
        next = FIRST;
    }
}

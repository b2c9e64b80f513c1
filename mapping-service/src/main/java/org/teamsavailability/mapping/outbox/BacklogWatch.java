package org.teamsavailability.mapping.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Looks once a second what waits. One thread. */
final class BacklogWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Outbox marks;
    private final RelayStatus status;
    private final Clock clock;
    private Instant next = Instant.MIN;

    BacklogWatch(Outbox marks, RelayStatus status, Clock clock) {
        this.marks = marks;
        this.status = status;
        this.clock = clock;
    }

    void look() {
        var now = clock.instant();
        if (!now.isBefore(next)) {
            status.saw(marks.backlog());
            next = now.plus(EVERY);
        }
    }
}

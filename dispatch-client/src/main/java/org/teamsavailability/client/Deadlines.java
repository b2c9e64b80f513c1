package org.teamsavailability.client;

import java.time.Duration;
import java.time.Instant;
import org.teamsavailability.schemas.DispatchRequested;

/** Until when a workflow waits for an answer, as docs/events.md says. */
final class Deadlines {

    /** What a request without {@code respondBy} may take. */
    private static final Duration USUAL = Duration.ofSeconds(2);

    /** The enricher waits no longer than this, whatever {@code respondBy} says. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** For the way through Kafka. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private Deadlines() {}

    /** A second after the answer is due; a second from now where that has passed. */
    static Instant of(DispatchRequested request, Instant now) {
        var respondBy = request.getRespondBy();
        var due = respondBy == null ? now.plus(USUAL) : respondBy;
        var latest = now.plus(LONGEST);
        var bounded = due.isAfter(latest) ? latest : due.isBefore(now) ? now : due;
        return bounded.plus(GRACE);
    }
}

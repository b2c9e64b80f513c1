package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** When the waiting requests are due. Owned by the stream thread. */
final class Deadlines {

    private final StageSettings settings;

    /** How long before its deadline an occupant is said to be near it: more than a usual call. */
    static final Duration NEAR = Duration.ofSeconds(1);

    private final NavigableSet<WaitingRequest> dueFirst = byDeadline();
    private final NavigableSet<WaitingRequest> notNear = byDeadline();

    Deadlines(StageSettings settings) {
        this.settings = settings;
    }

    /** Whether the request's {@code respondBy} is past when it is taken. */
    static boolean expired(AcceptedRequest taken) {
        Instant respondBy = taken.request().getRespondBy();
        return respondBy != null && respondBy.isBefore(taken.takenAt());
    }

    /** {@code respondBy}, bounded; without one a fixed time after the request was taken. */
    Instant of(AcceptedRequest taken) {
        Instant respondBy = taken.request().getRespondBy();
        if (respondBy == null) {
            return taken.takenAt().plus(settings.answerWithin());
        }
        Instant latest = taken.takenAt().plus(settings.longestWait());
        return respondBy.isBefore(latest) ? respondBy : latest;
    }

    private static NavigableSet<WaitingRequest> byDeadline() {
        return new TreeSet<>(
                Comparator.comparing(WaitingRequest::deadline)
                        .thenComparingLong(WaitingRequest::sequence));
    }

    void watch(WaitingRequest occupant) {
        dueFirst.add(occupant);
        notNear.add(occupant);
    }

    void forget(WaitingRequest occupant) {
        dueFirst.remove(occupant);
        notNear.remove(occupant);
    }

    /** Hands over, once, each occupant whose deadline comes within {@link #NEAR}. */
    void near(Instant now, Consumer<WaitingRequest> nearing) {
        Instant soon = now.plus(NEAR);
        while (!notNear.isEmpty() && !notNear.first().deadline().isAfter(soon)) {
            nearing.accept(notNear.removeFirst());
        }
    }

    /**
     * Hands over, once, each occupant whose deadline comes before the next look but one: an answer
     * decided after its deadline would be late, if only by a tick.
     */
    void due(Instant now, Consumer<WaitingRequest> overdue) {
        Instant soon = now.plus(settings.tick().multipliedBy(2));
        while (!dueFirst.isEmpty() && !dueFirst.first().deadline().isAfter(soon)) {
            overdue.accept(dueFirst.removeFirst());
        }
    }
}

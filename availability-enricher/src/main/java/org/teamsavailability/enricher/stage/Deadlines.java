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

    /** How long before its deadline a request counts as near it: more than a usual call. */
    static final Duration NEAR = Duration.ofSeconds(1);

    private final NavigableSet<WaitingRequest> dueFirst = byDeadline();
    private final NavigableSet<WaitingRequest> notNear = byDeadline();

    Deadlines(StageSettings settings) {
        this.settings = settings;
    }

    /** Whether the request's {@code respondBy} is past when it is accepted. */
    static boolean expired(AcceptedRequest accepted) {
        Instant respondBy = accepted.request().getRespondBy();
        return respondBy != null && respondBy.isBefore(accepted.acceptedAt());
    }

    /** {@code respondBy}, bounded; without one a fixed time after the request was accepted. */
    Instant of(AcceptedRequest accepted) {
        Instant respondBy = accepted.request().getRespondBy();
        if (respondBy == null) {
            return accepted.acceptedAt().plus(settings.answerWithin());
        }
        Instant latest = accepted.acceptedAt().plus(settings.longestWait());
        return respondBy.isBefore(latest) ? respondBy : latest;
    }

    private static NavigableSet<WaitingRequest> byDeadline() {
        return new TreeSet<>(
                Comparator.comparing(WaitingRequest::deadline)
                        .thenComparingLong(WaitingRequest::sequence));
    }

    void watch(WaitingRequest request) {
        dueFirst.add(request);
        notNear.add(request);
    }

    void forget(WaitingRequest request) {
        dueFirst.remove(request);
        notNear.remove(request);
    }

    /** Hands over, once, each request whose deadline comes within {@link #NEAR}. */
    void near(Instant now, Consumer<WaitingRequest> nearing) {
        Instant soon = now.plus(NEAR);
        while (!notNear.isEmpty() && !notNear.first().deadline().isAfter(soon)) {
            nearing.accept(notNear.removeFirst());
        }
    }

    /**
     * Hands over, once, each request whose deadline comes within two ticks: an answer decided after
     * its deadline would be late, if only by a tick.
     */
    void due(Instant now, Consumer<WaitingRequest> overdue) {
        Instant soon = now.plus(settings.tick().multipliedBy(2));
        while (!dueFirst.isEmpty() && !dueFirst.first().deadline().isAfter(soon)) {
            overdue.accept(dueFirst.removeFirst());
        }
    }
}

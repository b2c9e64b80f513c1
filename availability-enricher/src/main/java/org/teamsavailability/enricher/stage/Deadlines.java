package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.Consumer;

/** When the waiting requests are due. Owned by the stream thread. */
final class Deadlines {

    private final StageSettings settings;
    private final TreeSet<Occupant> dueFirst =
            new TreeSet<>(
                    Comparator.comparing(Occupant::deadline).thenComparingLong(Occupant::sequence));

    Deadlines(StageSettings settings) {
        this.settings = settings;
    }

    /** Whether the request's {@code respondBy} is past when it is taken. */
    static boolean expired(TakenRequest taken) {
        Instant respondBy = taken.request().getRespondBy();
        return respondBy != null && respondBy.isBefore(taken.takenAt());
    }

    /** {@code respondBy}, bounded; without one a fixed time after the request was taken. */
    Instant of(TakenRequest taken) {
        Instant respondBy = taken.request().getRespondBy();
        if (respondBy == null) {
            return taken.takenAt().plus(settings.answerWithin());
        }
        Instant latest = taken.takenAt().plus(settings.longestWait());
        return respondBy.isBefore(latest) ? respondBy : latest;
    }

    void watch(Occupant occupant) {
        dueFirst.add(occupant);
    }

    void forget(Occupant occupant) {
        dueFirst.remove(occupant);
    }

    /**
     * Hands over, once, each occupant whose deadline comes before the next look but one: an answer
     * decided after its deadline would be late, if only by a tick.
     */
    void due(Instant now, Consumer<Occupant> overdue) {
        Instant soon = now.plus(settings.tick().multipliedBy(2));
        while (!dueFirst.isEmpty() && !dueFirst.first().deadline().isAfter(soon)) {
            overdue.accept(dueFirst.removeFirst());
        }
    }
}

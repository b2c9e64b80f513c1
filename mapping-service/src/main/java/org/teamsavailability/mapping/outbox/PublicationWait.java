package org.teamsavailability.mapping.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Waits until what is marked has been published, by whichever instance publishes. Marks that come
 * due later than all of these are not waited for: else a busy installation would never be done.
 */
public final class PublicationWait {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration WORD = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMinutes(1);

    /** For one mark: ten times what a republish leaves between two. */
    private static final Duration EACH = Duration.ofMillis(5);

    private final Duration standstill;
    private final Clock clock;
    private final Consumer<Duration> pause;

    /**
     * @param standstill how long it waits while nothing at all is published
     */
    public PublicationWait(Duration standstill, Clock clock) {
        this(standstill, clock, new Backoff()::pause);
    }

    /** The same with another way to pause. */
    public PublicationWait(Duration standstill, Clock clock, Consumer<Duration> pause) {
        this.standstill = standstill;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * How far it is.
     *
     * @param marks how many there were at the beginning
     * @param left how many are not published, those of them that were made meanwhile included; no
     *     more than {@code marks}
     * @param moved whether any was published in the meantime
     */
    public record Progress(int marks, int left, boolean moved) {}

    /**
     * Waits, until nothing is left, nothing moves, or it has taken far too long: a minute and 5 ms
     * a mark after the last one came due.
     *
     * @param word is told every ten seconds
     * @return how it ended
     */
    public Progress end(Unpublished outstanding, Consumer<Progress> word) {
        var last = outstanding.lastDueAt();
        if (last == null) {
            return new Progress(0, 0, false);
        }
        var started = clock.instant();
        int marks = outstanding.dueUntil(last);
        var end = later(started, last).plus(LEAST).plus(EACH.multipliedBy(marks));
        var progress = new Progress(marks, marks, false);
        int before = marks;
        var moved = started;
        var said = started;
        while (progress.left() > 0 && !isOver(moved, end)) {
            pause.accept(LOOK);
            int left = outstanding.dueUntil(last);
            boolean moves = left < before;
            moved = moves ? clock.instant() : moved;
            before = left;
            progress = new Progress(marks, Math.min(left, marks), moves || progress.moved());
            if (left > 0 && !clock.instant().isBefore(said.plus(WORD))) {
                said = clock.instant();
                word.accept(progress);
            }
        }
        return progress;
    }

    private boolean isOver(Instant moved, Instant end) {
        var now = clock.instant();
        return !now.isBefore(end) || !now.isBefore(moved.plus(standstill));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** The starts of the last calls: in any window of this length there are at most so many. */
final class SlidingWindow {

    private final int most;
    private final Duration length;
    private final Deque<Instant> starts = new ArrayDeque<>();

    SlidingWindow(int most, Duration length) {
        this.most = most;
        this.length = length;
    }

    /** From when on one more fits. */
    Instant opensAt(Instant now) {
        return opensAt(0, now);
    }

    /**
     * From when on one more fits and leaves room for others.
     *
     * @param left for how many others; where all would be left, one fits into an empty window
     */
    Instant opensAt(int left, Instant now) {
        forget(now);
        int room = Math.max(1, most - left);
        if (starts.size() < room) {
            return Instant.EPOCH;
        }
        return starts.stream().skip(starts.size() - room).findFirst().orElse(now).plus(length);
    }

    void add(Instant now) {
        forget(now);
        starts.addLast(now);
    }

    /** From when on it is empty. */
    Instant emptyAt(Instant now) {
        forget(now);
        return starts.isEmpty() ? Instant.EPOCH : starts.getLast().plus(length);
    }

    private void forget(Instant now) {
        if (!starts.isEmpty() && starts.getLast().isAfter(now)) {
            // The clock was set back: what was counted counts from here.
            int counted = starts.size();
            starts.clear();
            starts.addAll(Collections.nCopies(counted, now));
        }
        while (!starts.isEmpty() && !starts.getFirst().plus(length).isAfter(now)) {
            starts.removeFirst();
        }
    }
}

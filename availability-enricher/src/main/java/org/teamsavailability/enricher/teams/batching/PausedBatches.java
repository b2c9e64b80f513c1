package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Batches that pause before a new attempt. Touched only in the executor of their queue. */
final class PausedBatches<K, R> {

    private record Paused<K, R>(Batch<K, R> batch, Instant until, long order) {}

    private final PriorityQueue<Paused<K, R>> paused =
            new PriorityQueue<>(
                    Comparator.<Paused<K, R>, Instant>comparing(Paused::until)
                            .thenComparingLong(Paused::order));
    private long order;

    void add(Batch<K, R> batch, Instant until) {
        paused.add(new Paused<>(batch, until, order++));
    }

    /** Takes out the next that has paused long enough; null where there is none. */
    @Nullable Batch<K, R> next(Instant now) {
        Paused<K, R> next = paused.peek();
        if (next == null || next.until().isAfter(now)) {
            return null;
        }
        paused.remove();
        return next.batch().withoutAbandoned();
    }

    /** When the next pause ends; null where there is none. */
    @Nullable Instant nextResume() {
        Paused<K, R> next = paused.peek();
        return next == null ? null : next.until();
    }

    boolean hasSuspects() {
        return paused.stream()
                .map(Paused::batch)
                .anyMatch(batch -> batch.suspect() && !batch.withoutAbandoned().isEmpty());
    }

    /** Takes out the batches of such keys. */
    void takeAll(Predicate<K> which, List<SharedRead<K, R>> taken) {
        paused.removeIf(
                pause -> pause.batch().isOf(which) && taken.addAll(pause.batch().sharedReads()));
    }
}

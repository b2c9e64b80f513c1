package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The reads that wait for their call: gathered ones, first come first served; halves of refused
 * calls, each a call of its own; and paused ones. Touched only in the executor of its queue.
 */
final class SendQueue<K, R> {

    private final LinkedHashSet<SharedRead<K, R>> gathered = new LinkedHashSet<>();
    // The last halved is the next sent: a bad id is found, and left out, before time runs out.
    private final Deque<Batch<K, R>> halves = new ArrayDeque<>();
    private final PausedBatches<K, R> paused = new PausedBatches<>();
    private boolean gatheredHaveTheirTurn;

    void add(SharedRead<K, R> sharedRead) {
        gathered.add(sharedRead);
    }

    /** Whether it gathered. */
    boolean remove(SharedRead<K, R> sharedRead) {
        return gathered.remove(sharedRead);
    }

    void halve(Batch<K, R> refused) {
        push(refused.secondHalf());
        push(refused.firstHalf());
    }

    /** The next to be sent of what was refused. */
    void push(Batch<K, R> suspects) {
        if (!suspects.isEmpty()) {
            halves.push(suspects);
        }
    }

    /** Whether any of what was refused waits to be sent. */
    boolean hasHalves() {
        halves.removeIf(half -> half.withoutAbandoned().isEmpty());
        return !halves.isEmpty();
    }

    /** Whether any of what was refused waits to be sent, or pauses. */
    boolean hasSuspects() {
        return hasHalves() || paused.hasSuspects();
    }

    void removeSuspect(SharedRead<K, R> sharedRead) {
        halves.removeIf(half -> half.sharedReads().contains(sharedRead));
    }

    /** What the first of those that gather is about; null where there is none. */
    @Nullable K firstGathered() {
        return gathered.isEmpty() ? null : gathered.getFirst().key();
    }

    /** One of the reads of the next half; null where there is none. */
    @Nullable K nextHalf() {
        return hasHalves() ? halves.getFirst().keys().getFirst() : null;
    }

    /** Takes out all that waits or pauses for such keys. */
    List<SharedRead<K, R>> takeAll(Predicate<K> which) {
        List<SharedRead<K, R>> taken = new ArrayList<>();
        gathered.removeIf(sharedRead -> which.test(sharedRead.key()) && taken.add(sharedRead));
        halves.removeIf(half -> half.isOf(which) && taken.addAll(half.sharedReads()));
        paused.takeAll(which, taken);
        return taken;
    }

    /** Takes out one of those that gather; null where there are not so many. */
    @Nullable SharedRead<K, R> takeAt(int place) {
        SharedRead<K, R> sharedRead = gathered.stream().skip(place).findFirst().orElse(null);
        if (sharedRead != null) {
            gathered.remove(sharedRead);
        }
        return sharedRead;
    }

    /** Takes out the last that came of those that gather; null where there is none. */
    @Nullable SharedRead<K, R> takeLast() {
        return gathered.isEmpty() ? null : gathered.removeLast();
    }

    /** Takes out all that gather. */
    List<SharedRead<K, R>> takeGathered() {
        List<SharedRead<K, R>> taken = List.copyOf(gathered);
        gathered.clear();
        return taken;
    }

    void pause(Batch<K, R> batch, Instant until) {
        paused.add(batch, until);
    }

    /** Puts what has paused long enough in front of what waits. */
    void resume(Instant now) {
        for (Batch<K, R> batch = paused.next(now); batch != null; batch = paused.next(now)) {
            if (batch.suspect()) {
                push(batch);
            } else {
                batch.sharedReads().reversed().forEach(gathered::addFirst);
            }
        }
    }

    @Nullable Instant nextResume() {
        return paused.nextResume();
    }

    boolean isEmpty() {
        return gathered.isEmpty() && halves.isEmpty();
    }

    /** Those that gather, the first come first. */
    Collection<SharedRead<K, R>> gathered() {
        return Collections.unmodifiableCollection(gathered);
    }

    int waiting() {
        return gathered.size();
    }

    /**
     * Takes out the reads of the next call; halves and gathered reads alternate.
     *
     * @param most how many of those gathered may be in one call; 0 = none may be asked
     * @param ready which of those gathered may be asked now
     * @param permit whether a half may be
     * @return null where none may
     */
    @Nullable Batch<K, R> next(int most, Predicate<K> ready, boolean permit) {
        boolean theirTurn = gatheredHaveTheirTurn && !gathered.isEmpty() && most > 0;
        while (permit && !halves.isEmpty() && !theirTurn) {
            Batch<K, R> half = halves.pop().withoutAbandoned();
            if (!half.isEmpty()) {
                gatheredHaveTheirTurn = true;
                return half;
            }
        }
        gatheredHaveTheirTurn = false;
        List<SharedRead<K, R>> taken = take(most, ready);
        return taken.isEmpty() ? null : new Batch<>(taken, null);
    }

    /**
     * When the first of those that wait may be asked; not after now where one may.
     *
     * @param permit whether a half may be asked
     */
    Instant earliest(Function<K, Instant> opensAt, boolean permit, Instant now) {
        Instant earliest = halves.isEmpty() || !permit ? Instant.MAX : now;
        Iterator<SharedRead<K, R>> sharedReads = gathered.iterator();
        while (sharedReads.hasNext() && earliest.isAfter(now)) {
            Instant opens = opensAt.apply(sharedReads.next().key());
            earliest = opens.isBefore(earliest) ? opens : earliest;
        }
        return earliest;
    }

    private List<SharedRead<K, R>> take(int most, Predicate<K> ready) {
        List<SharedRead<K, R>> taken = new ArrayList<>(Math.min(most, gathered.size()));
        Iterator<SharedRead<K, R>> sharedReads = gathered.iterator();
        while (sharedReads.hasNext() && taken.size() < most) {
            SharedRead<K, R> next = sharedReads.next();
            if (ready.test(next.key())) {
                taken.add(next);
                sharedReads.remove();
            }
        }
        return taken;
    }
}

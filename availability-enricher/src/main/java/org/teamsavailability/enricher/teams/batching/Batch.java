package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one call.
 *
 * @param refusedAt when a larger call that they were in was refused; null where none was. Where
 *     there was one, the call takes in no other reads
 */
record Batch<K, R>(List<SharedRead<K, R>> sharedReads, @Nullable Instant refusedAt) {

    List<K> keys() {
        return sharedReads.stream().map(SharedRead::key).toList();
    }

    int failedAttempts() {
        return sharedReads.stream().mapToInt(SharedRead::failedAttempts).max().orElse(0);
    }

    /** Whether one of them may be the one that is refused. */
    boolean suspect() {
        return refusedAt != null;
    }

    /** Whether its keys are such keys; all keys of a batch are alike. */
    boolean isOf(Predicate<K> which) {
        return which.test(sharedReads.getFirst().key());
    }

    boolean isOlderThan(Instant moment) {
        return refusedAt != null && refusedAt.isBefore(moment);
    }

    Batch<K, R> withoutAbandoned() {
        return with(sharedReads.stream().filter(sharedRead -> !sharedRead.hasNoWaiters()).toList());
    }

    Batch<K, R> without(SharedRead<K, R> one) {
        return with(sharedReads.stream().filter(sharedRead -> !sharedRead.equals(one)).toList());
    }

    Batch<K, R> with(List<SharedRead<K, R>> some) {
        return new Batch<>(some, refusedAt);
    }

    Batch<K, R> with(Stream<SharedRead<K, R>> more) {
        return with(Stream.concat(sharedReads.stream(), more).toList());
    }

    /** Empty where there is one read. */
    Batch<K, R> firstHalf() {
        return with(sharedReads.subList(0, size() / 2));
    }

    Batch<K, R> secondHalf() {
        return with(sharedReads.subList(size() / 2, size()));
    }

    int size() {
        return sharedReads.size();
    }

    boolean isEmpty() {
        return sharedReads.isEmpty();
    }
}

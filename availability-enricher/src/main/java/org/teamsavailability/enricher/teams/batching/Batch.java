package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one call.
 *
 * @param refusedAt when a larger call that they were in was refused; null where none was. Where
 *     there was one, the call takes in no other questions
 */
record Batch<K, R>(List<SharedRead<K, R>> questions, @Nullable Instant refusedAt) {

    List<K> keys() {
        return questions.stream().map(SharedRead::key).toList();
    }

    int setbacks() {
        return questions.stream().mapToInt(SharedRead::setbacks).max().orElse(0);
    }

    /** Whether one of them may be the one that is refused. */
    boolean suspect() {
        return refusedAt != null;
    }

    boolean isOlderThan(Instant moment) {
        return refusedAt != null && refusedAt.isBefore(moment);
    }

    Batch<K, R> withoutForsaken() {
        return with(questions.stream().filter(question -> !question.isForsaken()).toList());
    }

    Batch<K, R> without(SharedRead<K, R> one) {
        return with(questions.stream().filter(question -> !question.equals(one)).toList());
    }

    Batch<K, R> with(List<SharedRead<K, R>> some) {
        return new Batch<>(some, refusedAt);
    }

    /** Empty where there is one question. */
    Batch<K, R> firstHalf() {
        return with(questions.subList(0, size() / 2));
    }

    Batch<K, R> secondHalf() {
        return with(questions.subList(size() / 2, size()));
    }

    int size() {
        return questions.size();
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }
}

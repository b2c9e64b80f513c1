package org.teamsavailability.enricher.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;

/**
 * What one request asks of Teams for one signal, and asks again where what was read got too old
 * while the request waited. Owned by the stream thread.
 *
 * @param <V> what is read
 */
final class SignalReads<V> {

    /** What is asked again is not asked a third time before that. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Round<V>(Set<UUID> keys, TeamsRead<UUID, V> reads) {}

    private final Duration limit;
    private final Function<Collection<UUID>, TeamsRead<UUID, V>> asking;
    private final List<Round<V>> rounds = new ArrayList<>(1);
    private Instant notAgainBefore = Instant.EPOCH;

    /**
     * Starts asking; nothing of it blocks.
     *
     * @param limit how old may be what is decided by
     */
    SignalReads(
            Set<UUID> keys, Duration limit, Function<Collection<UUID>, TeamsRead<UUID, V>> asking) {
        this.limit = limit;
        this.asking = asking;
        ask(keys);
    }

    private void ask(Set<UUID> keys) {
        rounds.add(new Round<>(keys, asking.apply(keys)));
    }

    /** The stages of all that was asked. */
    Stream<CompletableFuture<?>> settled() {
        return rounds.stream().map(round -> round.reads().settled().toCompletableFuture());
    }

    /**
     * Asks again for what was read and will be too old.
     *
     * @param now the present
     * @param by when it will be decided
     */
    void askAgain(Instant now, Instant by) {
        if (now.isBefore(notAgainBefore)) {
            return;
        }
        Set<UUID> old = tooOld(by);
        if (!old.isEmpty()) {
            notAgainBefore = now.plus(PAUSE);
            ask(old);
        }
    }

    /** Whose last round brought something that is too old then. */
    private Set<UUID> tooOld(Instant by) {
        Set<UUID> old = new HashSet<>();
        for (Round<V> round : rounds) {
            old.removeAll(round.keys());
            round.reads()
                    .soFar()
                    .forEach((key, outcome) -> {
                        if (outcome instanceof Outcome.Read<V>(_, var readAt)
                                && AgeLimits.isOver(limit, readAt, by)) {
                            old.add(key);
                        }
                    });
        }
        return old;
    }

    /** What is known; what is too old to decide by is left out. */
    Map<UUID, Outcome<V>> known(Instant at) {
        Map<UUID, Outcome<V>> known = new HashMap<>();
        for (Round<V> round : rounds) {
            round.reads()
                    .soFar()
                    .forEach((key, outcome) -> {
                        switch (outcome) {
                            case Outcome.Read<V>(_, var readAt) -> {
                                if (!AgeLimits.isUseless(limit, readAt, at)) {
                                    known.put(key, outcome);
                                }
                            }
                            case Outcome.Failed<V> _ -> known.putIfAbsent(key, outcome);
                        }
                    });
        }
        return known;
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is remembered of one tenant's endpoint from call to call. Touched only in the executor of
 * the tenant's queue, of which there is one at a time.
 */
final class Endpoint<K> {

    private static final int KEPT = 4;

    private final Deque<K> answered = new ArrayDeque<>(KEPT + 1);
    private boolean refusing;
    private int probes;

    /** Graph gave what was asked for this key. */
    void answered(K key) {
        if (!key.equals(answered.peekFirst())) {
            answered.remove(key);
            answered.addFirst(key);
            if (answered.size() > KEPT) {
                answered.removeLast();
            }
        }
    }

    /** The keys that were answered last, the latest first. */
    List<K> lastAnswered() {
        return List.copyOf(answered);
    }

    /** Another key is the better one to probe with from now on. */
    void askOthersFirst(K refused) {
        if (answered.remove(refused)) {
            answered.addLast(refused);
        }
    }

    void forget(K invalid) {
        answered.remove(invalid);
    }

    /** Whether it refused everybody when it was asked last, as far as is known. */
    boolean isRefusing() {
        return refusing;
    }

    void refuses() {
        refusing = true;
    }

    void answers() {
        refusing = false;
    }

    /** Which of so many is to be asked next: each in turn. */
    int nextOf(int candidates) {
        return Math.floorMod(probes++, candidates);
    }
}

package org.teamsavailability.enricher.stage;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Hands completions from other threads to the stream thread: any thread may add, only the stream
 * thread drains. A completion names the epoch of the stage, the slot and the sequence of the
 * request, and is dropped when any of them has changed.
 */
final class Completions {

    /** What a completed future leaves: a name, nothing that was read. */
    record Completion(int epoch, int slot, long sequence) {}

    private final Queue<Completion> queue = new ConcurrentLinkedQueue<>();

    void add(Completion completion) {
        queue.add(completion);
    }

    /** Takes completions until there is none. */
    void drain(Consumer<Completion> taker) {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            taker.accept(next);
        }
    }
}

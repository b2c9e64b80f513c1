package org.teamsavailability.enricher.stage;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The way home for what completes elsewhere: any thread may add, only the stream thread takes. A
 * completion names the incarnation of the stage, the slot and the occupant it was meant for, and is
 * dropped when any of them is no longer so.
 */
final class Completions {

    /** What a completed future leaves: a name, nothing that was read. */
    record Completion(int incarnation, int slot, long sequence) {}

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

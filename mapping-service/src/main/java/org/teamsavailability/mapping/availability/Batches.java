package org.teamsavailability.mapping.availability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does what many calls want of the database in few transactions. A desk has one batch at a time.
 * What arrives while it runs is in the next one, so a batch grows with the load, and nothing waits
 * where there is none. Any thread.
 */
final class Batches<I, O extends @Nullable Object> {

    /** Items of a batch at most. */
    static final int MOST = 100;

    private final Executor executor;
    private final BiFunction<String, List<I>, List<O>> work;

    /** Of the desks that have a batch. */
    private final Map<String, Deque<Waiting<I, O>>> desks = new HashMap<>();

    /**
     * @param executor starts a batch, and does not refuse it
     * @param work is given a desk and 1 to {@link #MOST} items, and returns the result of each
     */
    Batches(Executor executor, BiFunction<String, List<I>, List<O>> work) {
        this.executor = executor;
        this.work = work;
    }

    private record Waiting<I, O extends @Nullable Object>(I item, CompletableFuture<O> result) {}

    /** The result comes when the item's batch has ended, or what the batch throws. */
    CompletableFuture<O> submit(String serviceDeskId, I item) {
        var waiting = new Waiting<I, O>(item, new CompletableFuture<>());
        if (isFirst(serviceDeskId, waiting)) {
            executor.execute(() -> runAll(serviceDeskId));
        }
        return waiting.result();
    }

    /** The same, and waits for the result. */
    O get(String serviceDeskId, I item) throws InterruptedException {
        try {
            return submit(serviceDeskId, item).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A batch failed", e);
        }
    }

    private boolean isFirst(String serviceDeskId, Waiting<I, O> waiting) {
        synchronized (desks) {
            boolean isFirst = !desks.containsKey(serviceDeskId);
            desks.computeIfAbsent(serviceDeskId, _ -> new ArrayDeque<>()).add(waiting);
            return isFirst;
        }
    }

    private void runAll(String serviceDeskId) {
        for (var batch = next(serviceDeskId); !batch.isEmpty(); batch = next(serviceDeskId)) {
            run(serviceDeskId, batch);
        }
    }

    /** Empty where nobody waits; then the desk is forgotten. */
    private List<Waiting<I, O>> next(String serviceDeskId) {
        synchronized (desks) {
            var waiting = desks.getOrDefault(serviceDeskId, new ArrayDeque<>());
            var batch = new ArrayList<Waiting<I, O>>();
            while (batch.size() < MOST && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                desks.remove(serviceDeskId);
            }
            return batch;
        }
    }

    private void run(String serviceDeskId, List<Waiting<I, O>> batch) {
        try {
            var results = work.apply(serviceDeskId, batch.stream().map(Waiting::item).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).result().complete(results.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(it -> it.result().completeExceptionally(e));
        }
    }

    /** How many desks have a batch. */
    int size() {
        synchronized (desks) {
            return desks.size();
        }
    }
}

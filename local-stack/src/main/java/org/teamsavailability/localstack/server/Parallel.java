package org.teamsavailability.localstack.server;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Runs steps that do not need each other at the same time. */
public final class Parallel {

    private Parallel() {}

    /** Returns when all are done; the first that fails interrupts the others and is thrown. */
    public static void run(Runnable... steps) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Void>(threads);
            var started = List.of(steps).stream().map(step -> done.submit(step, null)).toList();
            try {
                for (var _ : started) {
                    var _ = done.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException("A step failed", e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the stack was starting", e);
            }
        }
    }
}

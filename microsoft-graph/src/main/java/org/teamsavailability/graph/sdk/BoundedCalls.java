package org.teamsavailability.graph.sdk;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.settings.Bounds;

/**
 * Runs each call on a virtual thread of its own, within the bounds. A call takes its tenant's
 * permit first and one of all second, so that a tenant waiting for itself keeps nobody else out;
 * and before both its token, so that nobody waits behind a login that hangs. A call that was
 * cancelled while it waited is not made.
 */
final class BoundedCalls {

    /** A call, on its thread, with its permits. */
    interface Call<T> {
        T with(CallToken token) throws InterruptedException;
    }

    private record CallKind(MicrosoftTenant tenant, Workload workload) {}

    // The calls for a team's schedule may hang while those for others do not.
    private static final int ROOM_FOR_HUNG_SCHEDULES = 4;

    private final CallThreads threads;
    private final Bounds bounds;
    private final Semaphore all;
    private final ConcurrentMap<CallKind, Semaphore> kinds = new ConcurrentHashMap<>();

    BoundedCalls(CallThreads threads, Bounds bounds) {
        this.threads = threads;
        this.bounds = bounds;
        this.all = new Semaphore(bounds.calls(), true);
    }

    <T> CompletableFuture<T> call(
            MicrosoftTenant tenant, Workload workload, Callable<CallToken> token, Call<T> call) {
        var kind = kinds.computeIfAbsent(new CallKind(tenant, workload), this::newKind);
        return threads.run(outcome -> {
            var held = token.call();
            return within(kind, () -> within(all, () -> unlessDone(outcome, call, held)));
        });
    }

    private Semaphore newKind(CallKind kind) {
        int room = kind.workload() == Workload.SCHEDULE ? ROOM_FOR_HUNG_SCHEDULES : 1;
        return new Semaphore(room * bounds.callsPerTenant(), true);
    }

    private static <T> T within(Semaphore bound, Callable<T> work) throws Exception {
        bound.acquire();
        try {
            return work.call();
        } finally {
            bound.release();
        }
    }

    private static <T> T unlessDone(Future<T> outcome, Call<T> call, CallToken token)
            throws InterruptedException {
        if (outcome.isDone()) {
            throw new CancellationException();
        }
        return call.with(token);
    }
}

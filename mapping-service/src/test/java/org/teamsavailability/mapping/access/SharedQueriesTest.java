package org.teamsavailability.mapping.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedQueriesTest {

    private static final String KEY = "key";
    private static final int MANY = 50;

    private final AtomicInteger started = new AtomicInteger();
    private final SynchronousQueue<Runnable> ends = new SynchronousQueue<>();
    private final SharedQueries<String, Integer> queries = new SharedQueries<>(this::query);

    /** Returns its number when the test lets it end. */
    private int query(String key) {
        int number = started.incrementAndGet();
        try {
            ends.take().run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("The query for " + key + " was interrupted", e);
        }
        return number;
    }

    private void endQuery(Runnable how) throws InterruptedException {
        ends.put(how);
    }

    private void endQuery() throws InterruptedException {
        endQuery(() -> {});
    }

    private void awaitQuery(int number) {
        await().until(() -> started.get() == number);
    }

    /** A call that waits: for its own query or a shared one. */
    private record Call(Thread thread, CompletableFuture<Integer> result) {

        static Call of(SharedQueries<String, Integer> queries, String key) {
            var result = new CompletableFuture<Integer>();
            var thread =
                    Thread.startVirtualThread(() -> {
                        var _ = result.completeAsync(() -> queries.get(key), Runnable::run);
                    });
            await().until(() -> thread.getState() == Thread.State.WAITING);
            return new Call(thread, result);
        }

        int get() throws InterruptedException, ExecutionException {
            return result.get();
        }
    }

    private Call call() {
        return Call.of(queries, KEY);
    }

    private List<Call> calls(int count) {
        return Stream.generate(this::call).limit(count).toList();
    }

    @AfterEach
    void remembersNoKeyWithoutAQuery() {
        await().untilAsserted(() -> assertThat(queries.size()).isZero());
    }

    @Test
    void letsCallersThatArriveDuringAQueryShareTheNextOne() throws Exception {
        var first = call();
        var during = calls(MANY);
        endQuery();
        awaitQuery(2);
        var later = call();
        endQuery();
        awaitQuery(3);
        endQuery();

        assertThat(first.get()).isEqualTo(1);
        for (var call : during) {
            assertThat(call.get()).isEqualTo(2);
        }
        assertThat(later.get()).isEqualTo(3);
    }

    @Test
    void letsAFailureReachAllWhoWait() throws Exception {
        var first = call();
        var during = calls(MANY);
        var failure = new IllegalArgumentException("failed");
        endQuery();
        awaitQuery(2);
        var later = call();
        endQuery(() -> {
            throw failure;
        });
        awaitQuery(3);
        endQuery();

        assertThat(first.get()).isEqualTo(1);
        for (var call : during) {
            assertThatThrownBy(call::get).cause().isSameAs(failure);
        }
        assertThat(later.get()).isEqualTo(3);
    }

    @Test
    void continuesAfterAQueryThatFailed() throws Exception {
        var first = call();
        var during = call();
        endQuery(() -> {
            throw new IllegalArgumentException("failed");
        });
        awaitQuery(2);
        endQuery();

        assertThatThrownBy(first::get).hasMessageContaining("failed");
        assertThat(during.get()).isEqualTo(2);
    }

    @Test
    void letsOnlyAnInterruptedCallerGo() throws Exception {
        var first = call();
        var interrupted = call();
        var during = call();

        interrupted.thread().interrupt();
        assertThatThrownBy(interrupted::get).hasCauseInstanceOf(CancellationException.class);
        first.thread().interrupt();
        assertThatThrownBy(first::get).hasMessageContaining("interrupted");
        awaitQuery(2);
        endQuery();

        assertThat(during.get()).isEqualTo(2);
    }

    @Test
    void runsQueriesForTwoKeysAtTheSameTime() throws Exception {
        var one = call();
        var other = Call.of(queries, "other");

        awaitQuery(2);
        assertThat(queries.size()).isEqualTo(2);
        endQuery();
        endQuery();

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void givesNobodyAResultOlderThanTheCall() throws Exception {
        var count = new AtomicInteger();
        var running = new AtomicInteger();
        var fast =
                new SharedQueries<String, Integer>(_ -> {
                    assertThat(running.incrementAndGet()).isOne();
                    int number = count.incrementAndGet();
                    LockSupport.parkNanos(1);
                    running.decrementAndGet();
                    return number;
                });
        var results = new ArrayList<Future<Boolean>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100 * MANY; i++) {
                results.add(
                        threads.submit(() -> {
                            int before = count.get();
                            return fast.get(KEY) > before;
                        }));
            }
        }

        assertThat(results).allSatisfy(it -> assertThat(it.get()).isTrue());
        assertThat(count.get()).isLessThanOrEqualTo(results.size());
        assertThat(fast.size()).isZero();
    }
}

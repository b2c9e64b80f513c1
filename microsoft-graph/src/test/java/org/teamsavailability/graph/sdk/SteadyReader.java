package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.PATIENCE;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Somebody who reads all the time, on a thread of their own, and must never fail. */
final class SteadyReader implements AutoCloseable {

    private static final int SOME = 5;

    private final AtomicInteger reads = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;

    SteadyReader(Runnable read) {
        thread =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!stopped) {
                                try {
                                    read.run();
                                } catch (RuntimeException | AssertionError e) {
                                    failures.add(e);
                                }
                                reads.incrementAndGet();
                            }
                        });
    }

    /** Waits until they have read a few times more, and have never failed. */
    void awaitMore() {
        int enough = reads.get() + SOME;
        Awaitility.await().atMost(PATIENCE).until(() -> reads.get() >= enough);
        assertThat(failures).isEmpty();
    }

    @Override
    public void close() {
        stopped = true;
        Awaitility.await().atMost(PATIENCE).until(() -> !thread.isAlive());
        assertThat(failures).isEmpty();
    }
}

package org.teamsavailability.simulator.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.journal.Scope;

/** A fault that was set; {@link Faults#on} sets one. Safe for use by any thread. */
public final class Fault {
    private final long id;
    private final Scope scope;
    private final Effect effect;
    private final Duration latency;
    private final @Nullable Long times;
    private final AtomicLong hits = new AtomicLong();
    private final CountDownLatch cleared = new CountDownLatch(1);

    Fault(long id, Scope scope, Effect effect, Duration latency, @Nullable Long times) {
        this.id = id;
        this.scope = scope;
        this.effect = effect;
        this.latency = latency;
        this.times = times;
    }

    /** Its number in this simulator. */
    public long id() {
        return id;
    }

    /** The calls it is for. */
    public Scope scope() {
        return scope;
    }

    /** What it does to them. */
    public Effect effect() {
        return effect;
    }

    /** How much longer than without it they take. */
    public Duration latency() {
        return latency;
    }

    /** How many calls it is for; null for all until it is cleared. */
    public @Nullable Long times() {
        return times;
    }

    /** How many calls met it. */
    public long hits() {
        return hits.get();
    }

    /** Whether it was removed. */
    public boolean isCleared() {
        return cleared.getCount() == 0;
    }

    /** Takes it back: no further call meets it, and those it holds go on. */
    public void clear() {
        cleared.countDown();
    }

    /** Waits until it is cleared; false where that took longer. */
    public boolean awaitCleared(Duration atMost) throws InterruptedException {
        return cleared.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isOver() {
        return isCleared() || (times != null && hits.get() >= times);
    }

    /** Takes one of its calls; false where none is left. */
    boolean take() {
        return !isCleared()
                && hits.getAndUpdate(n -> times != null && n >= times ? n : n + 1)
                        < (times == null ? Long.MAX_VALUE : times);
    }
}

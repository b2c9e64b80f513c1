package org.teamsavailability.mapping.search.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much one search may still read, and for how long. One thread. */
public final class ReadBudget {

    private static final int PARTS = 8;

    private final @Nullable ReadBudget whole;
    private final long mostBytes;
    private final long started;
    private final long nanos;
    private long bytes;

    private ReadBudget(@Nullable ReadBudget whole, long mostBytes, long started, long nanos) {
        this.whole = whole;
        this.mostBytes = mostBytes;
        this.started = started;
        this.nanos = nanos;
    }

    /**
     * A budget that starts now.
     *
     * @param bytes of keys and values
     */
    public static ReadBudget of(long bytes, Duration within) {
        return new ReadBudget(null, bytes, System.nanoTime(), within.toNanos());
    }

    /**
     * So many eighths of this budget as it was at its start, and no more than it has left. What is
     * read on the share is read on this budget too.
     */
    public ReadBudget share(int eighths) {
        return new ReadBudget(this, mostBytes / PARTS * eighths, started, nanos / PARTS * eighths);
    }

    void take(long read) {
        bytes += read;
        if (whole != null) {
            whole.take(read);
        }
    }

    long bytesLeft() {
        long own = mostBytes - bytes;
        return whole == null ? own : Math.min(own, whole.bytesLeft());
    }

    boolean isOutOfTime() {
        return System.nanoTime() - started >= nanos;
    }

    /** Whether nothing more may be read. */
    public boolean isSpent() {
        return bytesLeft() <= 0 || isOutOfTime();
    }
}

package org.teamsavailability.mapping.search.messaging;

/**
 * How many offsets the next block has. The first block is small, because what is looked for is
 * mostly new. Later ones grow, as far as the bytes left allow. One thread.
 */
final class BlockSize {

    static final int LARGEST = 5_000;
    private static final int FIRST = 32;
    private static final int SMALLEST = 2;
    private static final int FACTOR = 4;

    private long size = FIRST;
    private boolean isAnyRead;

    long get() {
        return size;
    }

    /** Whether the block is read whatever it costs: the first one, at its smallest. */
    boolean isAtAnyCost() {
        return size == SMALLEST && !isAnyRead;
    }

    /** Whether a budget has anything left for the next block. */
    boolean isReadWith(ReadBudget budget) {
        return !isAnyRead || (size > 0 && !budget.isSpent());
    }

    /** The next block has no more records than probably fit into what is left. */
    void wasRead(long bytes, ReadBudget left) {
        isAnyRead = true;
        long fitting = bytes == 0 ? LARGEST : Math.max(0, left.bytesLeft()) * size / bytes;
        size = Math.min(Math.min(LARGEST, size * FACTOR), fitting);
    }

    /** The first block did not fit. */
    void wasTooLarge() {
        size = SMALLEST;
    }
}

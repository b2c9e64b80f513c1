package org.teamsavailability.mapping.desk;

import java.util.HashMap;
import java.util.Map;
import org.teamsavailability.mapping.refusal.Refusal;

/**
 * Counts what is in progress at this instance, each until it is closed, and refuses more than one
 * desk or all desks together may have. It remembers no desk without any. Any thread.
 */
public final class CountedByDesk {

    private final Map<String, Integer> ofDesks = new HashMap<>();
    private final int most;
    private final int mostOfDesk;
    private final TooMany tooMany;
    private int all;

    /** Which refusal says that a limit is reached. */
    @FunctionalInterface
    public interface TooMany {

        /**
         * The refusal.
         *
         * @param most the limit
         * @param ofDesk whether it is that of one desk
         */
        Refusal of(int most, boolean ofDesk);
    }

    /** What is counted until it is closed. */
    @FunctionalInterface
    public interface Counted extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * @param most at a time, 1 or more
     * @param mostOfDesk of one desk at a time, 1 or more
     */
    public CountedByDesk(int most, int mostOfDesk, TooMany tooMany) {
        this.most = most;
        this.mostOfDesk = mostOfDesk;
        this.tooMany = tooMany;
    }

    /**
     * Counts one more.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException with the refusal of {@link
     *     TooMany}
     */
    public synchronized Counted enter(String serviceDeskId) {
        int ofDesk = ofDesks.getOrDefault(serviceDeskId, 0);
        if (ofDesk >= mostOfDesk) {
            throw tooMany.of(mostOfDesk, true).exception();
        }
        if (all >= most) {
            throw tooMany.of(most, false).exception();
        }
        all++;
        ofDesks.put(serviceDeskId, ofDesk + 1);
        return () -> leave(serviceDeskId);
    }

    private synchronized void leave(String serviceDeskId) {
        all--;
        ofDesks.computeIfPresent(serviceDeskId, (_, count) -> count == 1 ? null : count - 1);
    }

    /** How many are counted. */
    public synchronized int count() {
        return all;
    }
}

package org.teamsavailability.mapping.availability;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the calls that are in progress at this instance, each until it is closed, and refuses more
 * than one desk or all desks together may have. It remembers no desk without calls. Any thread.
 */
public final class WaitingCalls {

    private final Map<String, Integer> ofDesks = new HashMap<>();
    private final int most;
    private final int mostOfDesk;
    private int all;

    /**
     * @param most calls at a time, 1 or more
     * @param mostOfDesk calls of one desk at a time, 1 or more
     */
    public WaitingCalls(int most, int mostOfDesk) {
        this.most = most;
        this.mostOfDesk = mostOfDesk;
    }

    /** A call that is counted. */
    @FunctionalInterface
    interface Counted extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Counts a call.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     AvailabilityRefusal.TooManyWaiting}
     */
    synchronized Counted enter(String serviceDeskId) {
        int ofDesk = ofDesks.getOrDefault(serviceDeskId, 0);
        if (ofDesk >= mostOfDesk) {
            throw new AvailabilityRefusal.TooManyWaiting(mostOfDesk, true).exception();
        }
        if (all >= most) {
            throw new AvailabilityRefusal.TooManyWaiting(most, false).exception();
        }
        all++;
        ofDesks.put(serviceDeskId, ofDesk + 1);
        return () -> leave(serviceDeskId);
    }

    private synchronized void leave(String serviceDeskId) {
        all--;
        ofDesks.computeIfPresent(serviceDeskId, (_, count) -> count == 1 ? null : count - 1);
    }

    /** How many calls are in progress. */
    public synchronized int count() {
        return all;
    }
}

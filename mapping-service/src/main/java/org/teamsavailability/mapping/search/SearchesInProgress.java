package org.teamsavailability.mapping.search;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the searches that run at this instance, each until it is closed, and refuses more than one
 * desk or all desks together may have. It remembers no desk without searches. Any thread.
 */
public final class SearchesInProgress {

    private final Map<String, Integer> ofDesks = new HashMap<>();
    private final int most;
    private final int mostOfDesk;
    private int all;

    /**
     * @param most searches at a time, 1 or more
     * @param mostOfDesk searches of one desk at a time, 1 or more
     */
    public SearchesInProgress(int most, int mostOfDesk) {
        this.most = most;
        this.mostOfDesk = mostOfDesk;
    }

    /** A search that is counted. */
    @FunctionalInterface
    public interface Counted extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Counts a search.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     SearchRefusal.TooManySearches}
     */
    public synchronized Counted enter(String serviceDeskId) {
        int ofDesk = ofDesks.getOrDefault(serviceDeskId, 0);
        if (ofDesk >= mostOfDesk) {
            throw new SearchRefusal.TooManySearches(mostOfDesk, true).exception();
        }
        if (all >= most) {
            throw new SearchRefusal.TooManySearches(most, false).exception();
        }
        all++;
        ofDesks.put(serviceDeskId, ofDesk + 1);
        return () -> leave(serviceDeskId);
    }

    private synchronized void leave(String serviceDeskId) {
        all--;
        ofDesks.computeIfPresent(serviceDeskId, (_, count) -> count == 1 ? null : count - 1);
    }
}

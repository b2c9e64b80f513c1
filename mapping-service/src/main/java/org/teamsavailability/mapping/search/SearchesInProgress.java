package org.teamsavailability.mapping.search;

import org.teamsavailability.mapping.desk.CountedByDesk;

/** The searches that run at this instance. Any thread. */
public final class SearchesInProgress {

    private final CountedByDesk counted;

    /**
     * @param most searches at a time, 1 or more
     * @param mostOfDesk searches of one desk at a time, 1 or more
     */
    public SearchesInProgress(int most, int mostOfDesk) {
        counted = new CountedByDesk(most, mostOfDesk, SearchRefusal.TooManySearches::new);
    }

    /**
     * Counts a search.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     SearchRefusal.TooManySearches}
     */
    public CountedByDesk.Counted enter(String serviceDeskId) {
        return counted.enter(serviceDeskId);
    }
}

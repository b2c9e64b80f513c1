package org.teamsavailability.mapping.availability;

import org.teamsavailability.mapping.desk.CountedByDesk;

/** The calls that are in progress at this instance. Any thread. */
public final class WaitingCalls {

    private final CountedByDesk counted;

    /**
     * @param most calls at a time, 1 or more
     * @param mostOfDesk calls of one desk at a time, 1 or more
     */
    public WaitingCalls(int most, int mostOfDesk) {
        counted = new CountedByDesk(most, mostOfDesk, AvailabilityRefusal.TooManyWaiting::new);
    }

    /**
     * Counts a call.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     AvailabilityRefusal.TooManyWaiting}
     */
    CountedByDesk.Counted enter(String serviceDeskId) {
        return counted.enter(serviceDeskId);
    }

    /** How many calls are in progress. */
    public int count() {
        return counted.count();
    }
}

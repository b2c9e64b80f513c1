package org.teamsavailability.mapping.schedule;

/**
 * Work that is done for each service desk once a day. It runs on a thread that may block, desk by
 * desk, so what takes longer than a moment is only started here.
 */
@FunctionalInterface
public interface DailyRound {

    /**
     * Does it. What it throws is logged, and keeps nobody else's round from being done.
     *
     * @return false where it has to come again soon, and the later ones of the desk with it
     */
    boolean of(String serviceDeskId);

    /** Whether later rounds of the desk need it, so that they come again soon where it throws. */
    default boolean isNeeded() {
        return false;
    }
}

package org.teamsavailability.mapping.connection;

/**
 * Work that is done for each service desk once a day, after its connection was checked. It runs on
 * a thread that may block, desk by desk, so what takes longer than a moment is only started here.
 */
@FunctionalInterface
public interface DailyRound {

    /** What it throws is logged, and keeps nobody else's round from being done. */
    void of(String serviceDeskId);
}

package org.teamsavailability.mapping.schedule;

/**
 * Deletes what a service desk does not need any longer, at least once a day, whatever Microsoft
 * answers. It runs on a thread that may block, and may be repeated after minutes.
 */
@FunctionalInterface
public interface Housekeeping {

    /** What it throws is logged, and keeps nothing else from being done. */
    void of(String serviceDeskId);
}

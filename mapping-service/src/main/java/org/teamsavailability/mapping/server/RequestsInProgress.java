package org.teamsavailability.mapping.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the requests in progress of each client, desk or whatever else has a name. It remembers
 * nobody who has none.
 */
public final class RequestsInProgress {

    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    /**
     * @param most requests of one name at a time, 1 or more
     */
    public RequestsInProgress(int most) {
        this.most = most;
    }

    /**
     * Begins a request, which {@link #end} must end.
     *
     * @return false where there are too many: the request must not run then
     */
    public boolean begin(String name) {
        if (counts.merge(name, 1, Integer::sum) <= most) {
            return true;
        }
        end(name);
        return false;
    }

    /** Ends a request that began. */
    public void end(String name) {
        counts.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1);
    }
}

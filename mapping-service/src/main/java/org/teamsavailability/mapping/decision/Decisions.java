package org.teamsavailability.mapping.decision;

import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.SearchesInProgress;

/** Finds what was decided for a service desk in the last 24 hours, over Kafka or HTTP. */
public final class Decisions {

    private final DecisionStream stream;
    private final SearchesInProgress searches;
    private final SearchMeters meters;
    private final Viewer leastViewer;

    /**
     * @param leastViewer who may read decisions: readers and administrators, or administrators
     *     alone
     */
    public Decisions(
            DecisionStream stream,
            SearchesInProgress searches,
            SearchMeters meters,
            Viewer leastViewer) {
        this.stream = stream;
        this.searches = searches;
        this.meters = meters;
        this.leastViewer = leastViewer;
    }

    /**
     * Decisions of a desk, newest first. A search reads a bounded part of the topic: where {@link
     * DecisionPage#next()} is not null, the next call continues there.
     *
     * @param viewer who asks
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     DecisionRefusal.AdministratorsOnly}, or a {@link
     *     org.teamsavailability.mapping.search.SearchRefusal}
     */
    public DecisionPage find(String serviceDeskId, Viewer viewer, DecisionQuery query) {
        if (viewer.compareTo(leastViewer) < 0) {
            throw new DecisionRefusal.AdministratorsOnly().exception();
        }
        return meters.counted(
                "decisions",
                () -> {
                    try (var _ = searches.enter(serviceDeskId)) {
                        return stream.find(serviceDeskId, query);
                    }
                });
    }
}

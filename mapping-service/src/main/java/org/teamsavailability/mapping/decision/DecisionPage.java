package org.teamsavailability.mapping.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.search.SearchMeters;

/**
 * Decisions, newest first. A page may be empty and still not be the last one.
 *
 * @param next where to continue, for {@link DecisionQuery#before()}; null if all that the topic
 *     keeps was searched
 * @param searchedBackTo all that was decided from this time until the time of the page before was
 *     searched; null if there was nothing to search
 */
public record DecisionPage(
        List<Decision> items, @Nullable Long next, @Nullable Instant searchedBackTo)
        implements SearchMeters.Page {

    public DecisionPage {
        items = List.copyOf(items);
    }

    @Override
    public boolean isLast() {
        return next == null;
    }
}

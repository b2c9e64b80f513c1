package org.teamsavailability.mapping.fallback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.schemas.FallbackReason;

/**
 * Fallbacks, newest first. A page may be empty and still not be the last one.
 *
 * @param recovery {@link Recovery#UNKNOWN} but on the first page
 * @param next where to continue, for {@link FallbackQuery#before()}; null if all was searched
 */
public record FallbackPage(
        List<FallbackReason> items, FallbackSummary summary, Recovery recovery, @Nullable Long next)
        implements SearchMeters.Page {

    public FallbackPage {
        items = List.copyOf(items);
    }

    @Override
    public boolean isLast() {
        return next == null;
    }
}

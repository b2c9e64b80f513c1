package org.teamsavailability.mapping.fallback;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;

/**
 * Which fallbacks of a desk are wanted.
 *
 * @param since those that occurred at this time or later
 * @param reason only those with this reason; null for all
 * @param before the {@link FallbackPage#next()} of the page before; null for the newest ones
 * @param limit of fallbacks on a page, 1 to {@link #LARGEST}
 */
public record FallbackQuery(
        Instant since, @Nullable Reason reason, @Nullable Long before, int limit) {

    /** A page has at most this many fallbacks. */
    public static final int LARGEST = 200;

    private static final Set<Reason> NOT_RECORDED =
            EnumSet.of(Reason.TOGGLE_OFF, Reason.IGNORED_BY_INSTRUCTION);

    public FallbackQuery {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("A page has 1 to 200 fallbacks, not " + limit);
        }
    }

    /** Whether this is the query for the newest fallbacks. */
    public boolean isForFirstPage() {
        return before == null;
    }

    /** Whether a fallback is wanted. */
    public boolean matches(FallbackReason fallback) {
        return !fallback.getOccurredAt().isBefore(since)
                && (reason == null || reason == fallback.getReason());
    }

    /** Whether fallbacks with this reason are wanted. */
    public boolean isAbout(Reason other) {
        return isRecorded(other) && (reason == null || reason == other);
    }

    /** Whether fallbacks with this reason are on the topic: not those that somebody chose. */
    public static boolean isRecorded(Reason reason) {
        return !NOT_RECORDED.contains(reason);
    }
}

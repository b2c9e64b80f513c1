package org.teamsavailability.mapping.fallback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of the last 24 hours say of the fallbacks of a query.
 *
 * @param recoveredAt the first answer after the last fallback that used Teams again; null if there
 *     is none, or none was found within the bounds of a search
 * @param share of the answers that have such a fallback, 0 to 1; null without answers
 * @param shareFrom from when on answers were counted for the share; null without it
 */
public record Recovery(
        @Nullable Instant recoveredAt, @Nullable Double share, @Nullable Instant shareFrom) {

    /** Nothing is known. */
    public static final Recovery UNKNOWN = new Recovery(null, null, null);
}

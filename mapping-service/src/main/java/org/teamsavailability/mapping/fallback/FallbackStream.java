package org.teamsavailability.mapping.fallback;

import java.time.Instant;

/** Where fallbacks are searched for. */
@FunctionalInterface
public interface FallbackStream {

    /**
     * One bounded search, newest first.
     *
     * @param answersSince from when on answers are looked at
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     org.teamsavailability.mapping.search.SearchRefusal.StreamUnavailable}
     */
    FallbackPage find(String serviceDeskId, FallbackQuery query, Instant answersSince);
}

package org.teamsavailability.mapping.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is marked and not published yet, whether it is due or comes due later. */
public interface Unpublished {

    /** When the last of it comes due; null where there is nothing. */
    @Nullable Instant lastDueAt();

    /** How many keys are marked that come due at this time or before. */
    int dueUntil(Instant time);
}

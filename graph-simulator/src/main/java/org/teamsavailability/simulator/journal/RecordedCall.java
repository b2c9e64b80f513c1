package org.teamsavailability.simulator.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that ended.
 *
 * @param tenant whose; null where the call did not say so, as without a valid token
 * @param call its kind
 * @param team the team it was about; null where it was about none
 * @param method as {@code GET}
 * @param path the path with its query, as it was sent
 * @param start when its request had been read
 * @param end when its answer was handed over or given up
 * @param ids the account ids it asked about, in its order
 * @param status the HTTP status it got; 0 where it got none
 * @param requestId the {@code request-id} it was answered with
 * @param clientRequestId the {@code client-request-id} it carried; null without one
 * @param beforeRetryAfter whether it was made before the {@code Retry-After} of an earlier 429 had
 *     passed
 */
public record RecordedCall(
        @Nullable UUID tenant,
        Call call,
        @Nullable UUID team,
        String method,
        String path,
        Instant start,
        Instant end,
        List<UUID> ids,
        int status,
        String requestId,
        @Nullable String clientRequestId,
        boolean beforeRetryAfter) {
    public RecordedCall {
        ids = List.copyOf(ids);
    }
}

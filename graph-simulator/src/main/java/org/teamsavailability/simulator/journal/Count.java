package org.teamsavailability.simulator.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often one tenant made calls of one kind.
 *
 * @param tenant whose; null where the calls did not say so
 * @param call their kind
 * @param arrived how many came
 * @param ended how many of them ended
 * @param ids how many account ids they asked about together
 * @param refused how many ended with a status of 400 or more, or none
 * @param throttled how many ended with 429
 * @param beforeRetryAfter how many came before an earlier {@code Retry-After} had passed
 */
public record Count(
        @Nullable UUID tenant,
        Call call,
        long arrived,
        long ended,
        long ids,
        long refused,
        long throttled,
        long beforeRetryAfter) {

    static Count arrival(@Nullable UUID tenant, Call call, int ids) {
        return new Count(tenant, call, 1, 0, ids, 0, 0, 0);
    }

    static Count ending(RecordedCall call) {
        boolean refused = call.status() == 0 || call.status() >= 400;
        return new Count(
                call.tenant(),
                call.call(),
                0,
                1,
                0,
                refused ? 1 : 0,
                call.status() == 429 ? 1 : 0,
                call.beforeRetryAfter() ? 1 : 0);
    }

    Count plus(Count more) {
        return new Count(
                tenant,
                call,
                arrived + more.arrived,
                ended + more.ended,
                ids + more.ids,
                refused + more.refused,
                throttled + more.throttled,
                beforeRetryAfter + more.beforeRetryAfter);
    }
}

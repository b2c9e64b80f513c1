package org.teamsavailability.graph;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why Microsoft did not give what was asked for. Holds the HTTP status and Microsoft's {@code
 * request-id} for a support case, and never a body, a token or an account.
 */
public sealed interface GraphFailure {

    /** The HTTP status, 100 to 599; null where no response came. */
    @Nullable Integer status();

    /** Microsoft's {@code request-id} of the failed call; null where no response named one. */
    @Nullable String requestId();

    /** No connection, a broken one, a 5xx, or any other status that says nothing better. */
    record Unreachable(@Nullable Integer status, @Nullable String requestId)
            implements GraphFailure {}

    /**
     * No complete response within the time limit of a call: Microsoft hangs. The status is there
     * where only the body did not come.
     */
    record TimedOut(@Nullable Integer status, @Nullable String requestId) implements GraphFailure {}

    /** 429 or AADSTS90055: nothing may be asked of this kind before {@code notBefore}. */
    record Throttled(@Nullable Integer status, @Nullable String requestId, Instant notBefore)
            implements GraphFailure {}

    /** Consent was never granted in this tenant, or is no more; {@code aadsts} names the error. */
    record ConsentMissing(@Nullable Integer status, @Nullable String requestId, int aadsts)
            implements GraphFailure {}

    /** 403: the token lacks a permission; it is the one this kind of read needs. */
    record PermissionMissing(
            @Nullable Integer status, @Nullable String requestId, GraphPermission permission)
            implements GraphFailure {}

    /** The team has no Shifts schedule, or one that is not enabled or not completely set up. */
    record NotProvisioned(@Nullable Integer status, @Nullable String requestId)
            implements GraphFailure {}

    /** The body was not what Microsoft documents: truncated, not JSON, or without its fields. */
    record Malformed(@Nullable Integer status, @Nullable String requestId)
            implements GraphFailure {}

    /**
     * Our own client secret or certificate is refused, or there is none for the tenant's cloud: an
     * outage for every tenant at once. {@code aadsts} names the error, or is {@link
     * #NOT_CONFIGURED}.
     */
    record OwnCredentialsRefused(@Nullable Integer status, @Nullable String requestId, int aadsts)
            implements GraphFailure {

        /**
         * Stands for an AADSTS number where Microsoft was not asked because there were no
         * credentials.
         */
        public static final int NOT_CONFIGURED = 0;
    }

    /**
     * 400 or 404 to a presence call, 404 to a directory call: an id in it is one that Graph cannot
     * serve.
     */
    record Refused(@Nullable Integer status, @Nullable String requestId) implements GraphFailure {}
}

/**
 * The gateway to Microsoft Graph that serves many requests with few calls. Per tenant it batches,
 * coalesces, limits the rate, caches and retries.
 *
 * <p>{@link org.teamsavailability.enricher.teams.batching.BatchingGateway} is the entry. A
 * request's waiters join a {@code TenantQueue}; {@code OpenReads} coalesces them, {@code SendQueue}
 * holds what waits, {@code CallLimiter} and {@code RateLimit} say when a call may start, and {@code
 * FailurePolicy} says what follows a failed one.
 */
@NullMarked
package org.teamsavailability.enricher.teams.batching;

import org.jspecify.annotations.NullMarked;

/**
 * The gateway to Microsoft Graph that serves many requests with few calls. Per tenant it batches,
 * coalesces, limits the rate, caches and retries.
 *
 * <p>{@link org.teamsavailability.enricher.teams.batching.BatchingGateway} is the entry. A
 * request's {@code Waiters} join a {@code TenantQueue}; {@code OpenReads} coalesces them, {@code
 * SendQueue} holds what waits, {@code CallSchedule} picks the next call as {@code CallLimiter} and
 * {@code RateLimit} allow, {@code FailurePolicy} says what follows a failed one, and {@code
 * RefusalSearch} finds the id that made Graph refuse one.
 */
@NullMarked
package org.teamsavailability.enricher.teams.batching;

import org.jspecify.annotations.NullMarked;

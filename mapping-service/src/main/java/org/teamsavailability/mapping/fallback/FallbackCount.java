package org.teamsavailability.mapping.fallback;

import java.time.Instant;
import org.teamsavailability.schemas.Reason;

/**
 * How many fallbacks with a reason occurred in an hour.
 *
 * @param hour its begin
 */
public record FallbackCount(Instant hour, Reason reason, long count) {}

package org.teamsavailability.rules;

import java.time.Instant;

/**
 * Shared time off, without its reason.
 *
 * @param start inclusive
 * @param end exclusive; a row that cannot be used, because its end is not after its start or before
 *     the year 2000, says nothing but that it is there
 */
public record TimeOff(String technicianId, Instant start, Instant end) {}

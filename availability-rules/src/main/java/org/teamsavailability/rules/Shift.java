package org.teamsavailability.rules;

import java.time.Instant;

/**
 * A shared shift.
 *
 * @param start inclusive
 * @param end exclusive; a row that cannot be used, because its end is not after its start or before
 *     the year 2000, says nothing but that it is there
 */
public record Shift(String technicianId, Instant start, Instant end) {}

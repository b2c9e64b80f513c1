package org.teamsavailability.enricher.rules;

import java.time.Instant;

/**
 * A shared shift.
 *
 * @param start inclusive
 * @param end exclusive; a shift that does not end after its start counts for nothing
 */
public record Shift(String technicianId, Instant start, Instant end) {}

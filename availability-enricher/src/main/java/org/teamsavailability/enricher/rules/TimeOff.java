package org.teamsavailability.enricher.rules;

import java.time.Instant;

/**
 * Shared time off, without its reason.
 *
 * @param start inclusive
 * @param end exclusive; time off that does not end after its start counts for nothing
 */
public record TimeOff(String technicianId, Instant start, Instant end) {}

package org.teamsavailability.graph;

import java.time.Instant;
import java.util.UUID;

/**
 * A shared shift or shared time off of one person; drafts and what is staged for deletion are not
 * among them.
 *
 * @param account whose it is
 * @param start when it starts, inclusive
 * @param end when it ends, exclusive
 */
public record RotaSpan(UUID account, Instant start, Instant end) {}

package org.teamsavailability.graph;

import java.time.Instant;

/**
 * When Microsoft may be called again, as a response says with {@code Retry-After}.
 *
 * @param notBefore the earliest moment of the next call
 * @param ofToken whether the login service said so, and not Graph
 */
public record RetryTime(Instant notBefore, boolean ofToken) {}

package org.teamsavailability.simulator.limit;

import org.teamsavailability.simulator.journal.Scope;

/**
 * A 429.
 *
 * @param scope the calls it holds for
 * @param retryAfter what it says about when to call again
 * @param early whether the call came although it had been told to wait
 */
public record Throttling(Scope scope, RetryAfter retryAfter, boolean early) {}

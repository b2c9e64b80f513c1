package org.teamsavailability.rules;

import java.time.Instant;

/**
 * When somebody is expected to be available, where nobody is.
 *
 * @param shiftStarts whether a candidate's shift starts then; otherwise nobody is expected, but the
 *     imminent window ends, and work that starts later is not blocked
 */
record NextExpected(Instant at, boolean shiftStarts) {}

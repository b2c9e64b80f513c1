package org.teamsavailability.benchmarks.load;

/**
 * What the generator reads of an answer.
 *
 * @param requestId whose answer it is
 * @param fromTeams whether everything that was asked for was read from Teams
 * @param receivedAt when the consumer had it, on {@link System#nanoTime()}
 */
record ReceivedAnswer(String requestId, boolean fromTeams, long receivedAt) {}

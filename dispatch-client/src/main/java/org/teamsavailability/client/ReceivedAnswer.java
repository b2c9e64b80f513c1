package org.teamsavailability.client;

import org.teamsavailability.schemas.CandidateAvailability;

/**
 * An answer and where it is on the topic {@code candidate-availability}.
 *
 * @param partition the partition, 0 or more
 * @param offset the offset in it, 0 or more
 * @param answer the answer
 */
public record ReceivedAnswer(int partition, long offset, CandidateAvailability answer) {}

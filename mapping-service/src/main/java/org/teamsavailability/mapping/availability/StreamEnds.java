package org.teamsavailability.mapping.availability;

/**
 * Where the two topics end for the records of a service desk, or ended a moment ago.
 *
 * @param partition of the desk, the same on both topics
 * @param requests no later record on {@code dispatch-requested} has a smaller offset
 * @param answers no later record on {@code candidate-availability} has a smaller offset
 */
public record StreamEnds(int partition, long requests, long answers) {}

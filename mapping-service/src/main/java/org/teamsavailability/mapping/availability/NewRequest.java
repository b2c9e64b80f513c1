package org.teamsavailability.mapping.availability;

/**
 * A request that is to be stored.
 *
 * @param requestId 1 to 200 characters
 * @param hash of its body
 * @param ends where its record and its answer cannot be before
 */
public record NewRequest(String requestId, RequestHash hash, StreamEnds ends) {}

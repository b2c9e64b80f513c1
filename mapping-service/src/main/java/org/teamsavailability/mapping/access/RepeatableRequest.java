package org.teamsavailability.mapping.access;

/**
 * A request that its caller may repeat until the response arrives.
 *
 * @param idempotencyKey marks the repeats, 1 to 200 characters
 * @param presented the secret of the calling key, which each repeat presents again
 */
public record RepeatableRequest(String idempotencyKey, ApiKeySecret presented) {}

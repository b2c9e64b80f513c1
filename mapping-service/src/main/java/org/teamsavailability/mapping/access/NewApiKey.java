package org.teamsavailability.mapping.access;

/** A key that was just made, and its secret, which is not kept. */
public record NewApiKey(ApiKey key, ApiKeySecret secret) {}

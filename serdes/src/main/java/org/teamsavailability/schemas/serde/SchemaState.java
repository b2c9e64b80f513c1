package org.teamsavailability.schemas.serde;

import org.jspecify.annotations.Nullable;

/**
 * What a registry holds of a topic's schema.
 *
 * @param subject what it is registered under
 * @param registered whether this release's schema is one of its versions
 * @param compatibility what later schemas must be; null where nothing is set for the subject
 */
public record SchemaState(String subject, boolean registered, @Nullable String compatibility) {}

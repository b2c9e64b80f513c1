package org.teamsavailability.mapping.automap;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * What a run needs to know of a desk's connection.
 *
 * @param tenant null where none was linked yet
 * @param granted whether it has consented, as far as is known
 */
public record Connection(@Nullable MicrosoftTenant tenant, boolean granted) {}

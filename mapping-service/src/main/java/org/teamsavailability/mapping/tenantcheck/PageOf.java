package org.teamsavailability.mapping.tenantcheck;

import org.jspecify.annotations.Nullable;

/**
 * The beginning of a collection.
 *
 * @param leadsToGraph whether the first page links to Graph's own host
 * @param second the second page; null where there is none, or its link leads elsewhere
 */
record PageOf(Reply first, boolean leadsToGraph, @Nullable Reply second) {}

package org.teamsavailability.graph;

import org.jspecify.annotations.Nullable;

/**
 * One page of a listing of shifts or time off.
 *
 * @param nextLink where the next page is, as the server wrote it; null on the last one
 */
public record RotaPage(RotaRows rows, @Nullable String nextLink) {}

package org.teamsavailability.mapping.automap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run and what it found.
 *
 * @param suggestions by technician id; null where they are not known any more
 */
public record RunReport(
        Run run, Review review, @Nullable Map<String, List<Suggestion>> suggestions) {}

package org.teamsavailability.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When work would be done, or a planning window, as the workflow wrote it. May be nonsense: {@link
 * RequestValidation} says so.
 *
 * @param start inclusive
 * @param end exclusive; null where it is not known
 */
public record Slot(Instant start, @Nullable Instant end) {}

package org.teamsavailability.rules;

import org.jspecify.annotations.Nullable;

/**
 * A technician the workflow considers.
 *
 * @param proposedSlot wins over the request's slot; null: the request's slot holds
 */
public record Candidate(String technicianId, @Nullable Slot proposedSlot) {}

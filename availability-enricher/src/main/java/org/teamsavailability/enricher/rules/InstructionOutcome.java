package org.teamsavailability.enricher.rules;

import org.jspecify.annotations.Nullable;

/**
 * What became of one sentence.
 *
 * @param text as written, trimmed, without its final mark
 * @param effect what the rule changes, never about a person; null unless APPLIED
 */
public record InstructionOutcome(String text, InstructionResult outcome, @Nullable String effect) {}

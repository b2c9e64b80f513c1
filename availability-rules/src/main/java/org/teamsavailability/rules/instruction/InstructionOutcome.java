package org.teamsavailability.rules.instruction;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.text.MessageKey;

/**
 * What became of one sentence.
 *
 * @param text as written, trimmed, without its bullet and its final mark
 * @param offset where it begins in the instructions, in UTF-16 code units from 0
 * @param effect what the rule changes, never about a person; null unless APPLIED
 * @param limitedBy the other sentence because of which one that would be understood by itself is
 *     NOT_UNDERSTOOD; null where there is none
 * @param key what became of it, for programs
 */
public record InstructionOutcome(
        String text,
        int offset,
        InstructionResult outcome,
        @Nullable String effect,
        @Nullable String limitedBy,
        MessageKey key) {}

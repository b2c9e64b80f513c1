package org.teamsavailability.rules.instruction;

import org.jspecify.annotations.Nullable;

/**
 * A sentence of the custom instructions as it was read for one ticket.
 *
 * @param text as written, trimmed, without its bullet and its final mark
 * @param offset where it begins in the text, in UTF-16 code units from 0
 * @param instruction what it means; null where it is not understood
 * @param limitedBy the text of the sentence that may limit it; null where none does
 */
record ReadSentence(
        String text,
        int offset,
        @Nullable Instruction instruction,
        InstructionResult outcome,
        @Nullable String limitedBy) {

    /** The same, left to the dispatch AI because of another sentence. */
    ReadSentence limitedBy(String other) {
        boolean byAnother = outcome != InstructionResult.NOT_UNDERSTOOD;
        return new ReadSentence(
                text, offset, null, InstructionResult.NOT_UNDERSTOOD, byAnother ? other : null);
    }

    /** What it changes for this ticket; null where it changes nothing. */
    @Nullable Instruction applied() {
        return outcome == InstructionResult.APPLIED ? instruction : null;
    }
}

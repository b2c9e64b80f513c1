package org.teamsavailability.enricher.rules;

import java.util.List;

/** What becomes of a workflow's custom instructions. */
final class Instructions {

    /** Longer text is not read at all: it is refused, and its outcomes might not fit a record. */
    private static final int LONGEST_ANSWERED = 10 * Validity.LONGEST_INSTRUCTIONS;

    private Instructions() {}

    /** One outcome for each sentence, also where the answer is final for another reason. */
    static List<InstructionOutcome> outcomes(DispatchQuestion question) {
        String text = question.instructions();
        return text == null || text.length() > LONGEST_ANSWERED
                ? List.of()
                : Sentences.of(text).stream().map(Instructions::outcome).toList();
    }

    private static InstructionOutcome outcome(String sentence) {
        return new InstructionOutcome(sentence, InstructionResult.NOT_UNDERSTOOD, null);
    }
}

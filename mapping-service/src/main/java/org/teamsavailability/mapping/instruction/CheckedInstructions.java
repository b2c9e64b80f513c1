package org.teamsavailability.mapping.instruction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.InstructionOutcome;

/**
 * What custom instructions do for tickets of one priority.
 *
 * @param ticketPriority as the PSA writes it; null for tickets without one
 * @param outcomes one for each sentence, in their order, as an answer has them
 * @param limiting the sentence that leaves the whole text to the dispatch AI; null where none does
 */
public record CheckedInstructions(
        @Nullable String ticketPriority,
        List<InstructionOutcome> outcomes,
        @Nullable InstructionOutcome limiting) {
    public CheckedInstructions {
        outcomes = List.copyOf(outcomes);
    }
}

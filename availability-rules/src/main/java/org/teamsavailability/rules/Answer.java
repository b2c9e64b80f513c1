package org.teamsavailability.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.text.MessageKey;

/**
 * The answer to a {@link DispatchQuestion}.
 *
 * @param fallbacks the first is the primary one
 * @param verdicts one for each candidate, in the order asked; none where more than {@value
 *     RequestValidation#MOST_CANDIDATES} were named
 * @param instructions one outcome for each sentence, in their order
 * @param nobodyAvailable whether there is a candidate and every one is blocked
 * @param nextExpectedAt when somebody is expected to be available
 * @param runOutput the summary in plain words for the execution's details
 * @param runOutputKey what the summary says of the answer as a whole, for programs
 */
public record Answer(
        AvailabilitySource source,
        List<Fallback> fallbacks,
        List<Verdict> verdicts,
        List<InstructionOutcome> instructions,
        boolean nobodyAvailable,
        @Nullable Instant nextExpectedAt,
        String runOutput,
        MessageKey runOutputKey) {
    public Answer {
        fallbacks = List.copyOf(fallbacks);
        verdicts = List.copyOf(verdicts);
        instructions = List.copyOf(instructions);
    }
}

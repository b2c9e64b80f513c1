package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.rules.Phrasings.Phrasing;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.InstructionResult;

/** What becomes of instructions as people write them. */
class PhrasingsTest {

    static List<Phrasing> phrasings() throws IOException {
        return Phrasings.all();
    }

    @ParameterizedTest
    @MethodSource("phrasings")
    void areUnderstoodOrLeftToTheAi(Phrasing phrasing) {
        List<InstructionOutcome> outcomes =
                Story.of("anna")
                        .priority(phrasing.ticketPriority())
                        .instructed(phrasing.customInstructions())
                        .answer()
                        .instructions();
        List<InstructionResult> results =
                outcomes.stream().map(InstructionOutcome::outcome).toList();

        assertThat(phrasing.accepts(results)).as(outcomes.toString()).isTrue();
    }
}

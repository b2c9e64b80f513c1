package org.teamsavailability.mapping.instruction.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.instruction.CheckedInstructions;
import org.teamsavailability.rules.instruction.InstructionEffects;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.InstructionResult;

/** What custom instructions do, for each priority. */
@Schema(name = "InstructionCheck")
record InstructionCheckAnswer(List<ForPriority> results) {

    /** For tickets of one priority. */
    @Schema(name = "InstructionsOfPriority")
    record ForPriority(
            @Nullable String ticketPriority,
            @Nullable Place limitedBy,
            List<Sentence> instructions) {

        static ForPriority of(CheckedInstructions checked) {
            var limiting = checked.limiting();
            return new ForPriority(
                    checked.ticketPriority(),
                    limiting == null ? null : Place.of(limiting),
                    checked.outcomes().stream().map(Sentence::of).toList());
        }
    }

    /** Where a sentence stands in the text. */
    @Schema(name = "SentencePlace")
    record Place(String text, int offset, int length) {

        static Place of(InstructionOutcome outcome) {
            var text = outcome.text();
            return new Place(text, outcome.offset(), text.length());
        }
    }

    /** A sentence, with the fields that an answer has of it. */
    @Schema(name = "CheckedInstruction")
    record Sentence(
            String text,
            int offset,
            int length,
            InstructionResult outcome,
            @Nullable String effect,
            String explanation,
            String messageKey,
            Map<String, String> parameters) {

        static Sentence of(InstructionOutcome outcome) {
            var text = outcome.text();
            return new Sentence(
                    text,
                    outcome.offset(),
                    text.length(),
                    outcome.outcome(),
                    outcome.effect(),
                    InstructionEffects.spoken(outcome, true),
                    outcome.key().name(),
                    outcome.key().parameters());
        }
    }

    static InstructionCheckAnswer of(List<CheckedInstructions> checked) {
        return new InstructionCheckAnswer(checked.stream().map(ForPriority::of).toList());
    }
}

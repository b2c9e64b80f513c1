package org.teamsavailability.enricher.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.InstructionGrammar.Understood;

/** A workflow's custom instructions, read for one ticket: one outcome a sentence, never a guess. */
final class Instructions {

    /** Longer text is not read at all: it is refused, and its outcomes might not fit a record. */
    private static final int LONGEST_READ = 10 * Validity.LONGEST_INSTRUCTIONS;

    private record Sentence(String text, @Nullable Understood meaning) {}

    private final List<Sentence> sentences;
    private final @Nullable TicketPriority priority;

    private Instructions(List<Sentence> sentences, @Nullable TicketPriority priority) {
        this.sentences = sentences;
        this.priority = priority;
    }

    static Instructions of(DispatchQuestion question) {
        String text = question.instructions();
        List<Sentence> sentences =
                text == null || text.length() > LONGEST_READ
                        ? List.of()
                        : Sentences.of(text).stream()
                                .map(it -> new Sentence(it, InstructionGrammar.read(it)))
                                .toList();
        return new Instructions(sentences, TicketPriority.of(question.ticketPriority()));
    }

    /** The policy with every sentence that applies to this ticket, in the order written. */
    Policy changing(Policy byDefault) {
        Policy policy = byDefault;
        for (Sentence sentence : sentences) {
            Understood meaning = sentence.meaning();
            if (meaning != null && meaning.appliesTo(priority)) {
                policy = meaning.instruction().change(policy);
            }
        }
        return policy;
    }

    /** One outcome for each sentence, also where the answer is final for another reason. */
    List<InstructionOutcome> outcomes() {
        return sentences.stream().map(this::outcome).toList();
    }

    private InstructionOutcome outcome(Sentence sentence) {
        Understood meaning = sentence.meaning();
        if (meaning == null) {
            return outcome(sentence, InstructionResult.NOT_UNDERSTOOD, null);
        }
        return meaning.appliesTo(priority)
                ? outcome(sentence, InstructionResult.APPLIED, Effects.of(meaning.instruction()))
                : outcome(sentence, InstructionResult.NOT_APPLICABLE, null);
    }

    private static InstructionOutcome outcome(
            Sentence sentence, InstructionResult outcome, @Nullable String effect) {
        return new InstructionOutcome(sentence.text(), outcome, effect);
    }
}

package org.teamsavailability.enricher.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.InstructionGrammar.Understood;
import org.teamsavailability.enricher.rules.ScopedPriority.Match;

/** A workflow's custom instructions, read for one ticket: one outcome a sentence, never a guess. */
final class Instructions {

    /** Longer text is not read at all: it is refused, and its outcomes might not fit a record. */
    private static final int LONGEST_READ = 10 * RequestValidation.LONGEST_INSTRUCTIONS;

    private final List<ReadSentence> sentences;

    private Instructions(List<ReadSentence> sentences) {
        this.sentences = sentences;
    }

    static Instructions of(DispatchQuestion question) {
        String text = question.instructions();
        if (text == null || text.length() > LONGEST_READ) {
            return new Instructions(List.of());
        }
        TicketPriority priority = TicketPriority.of(question.ticketPriority());
        List<Sentence> written = Sentences.of(text);
        List<ReadSentence> read = written.stream().map(it -> read(it, priority)).toList();
        String limiting = firstLimiting(written, read);
        return new Instructions(
                limiting == null ? read : read.stream().map(it -> it.limitedBy(limiting)).toList());
    }

    private static ReadSentence read(Sentence sentence, @Nullable TicketPriority priority) {
        Understood understood = InstructionGrammar.read(sentence.text());
        Match match = understood == null ? Match.UNDECIDED : understood.scope().match(priority);
        return new ReadSentence(
                sentence.text(),
                understood == null ? null : understood.instruction(),
                switch (match) {
                    case HOLDS -> InstructionResult.APPLIED;
                    case UNMET -> InstructionResult.NOT_APPLICABLE;
                    case UNDECIDED -> InstructionResult.NOT_UNDERSTOOD;
                },
                null);
    }

    /** The first that is not understood and may narrow or negate the others; null if none is. */
    private static @Nullable String firstLimiting(List<Sentence> written, List<ReadSentence> read) {
        for (int i = 0; i < written.size(); i++) {
            if (read.get(i).outcome() == InstructionResult.NOT_UNDERSTOOD
                    && LimitingSentence.isLimiting(written.get(i))) {
                return written.get(i).text();
            }
        }
        return null;
    }

    /** The policy with every sentence that applies to this ticket, in the order written. */
    Policy changing(Policy byDefault) {
        Policy policy = byDefault;
        for (ReadSentence sentence : sentences) {
            Instruction instruction = sentence.applied();
            if (instruction != null) {
                policy = instruction.change(policy);
            }
        }
        return policy;
    }

    /**
     * One outcome for each sentence, also where the answer is final for another reason.
     *
     * @param policy with all changes made
     */
    List<InstructionOutcome> outcomes(Policy policy) {
        List<InstructionOutcome> outcomes = new ArrayList<>();
        for (ReadSentence sentence : sentences) {
            Instruction applied = sentence.applied();
            Overridden overridden =
                    applied == null ? Overridden.NOT : Overrides.of(applied, sentences);
            outcomes.add(
                    new InstructionOutcome(
                            sentence.text(),
                            sentence.outcome(),
                            applied == null
                                    ? null
                                    : InstructionEffects.of(applied, overridden, policy),
                            sentence.limitedBy(),
                            InstructionEffects.key(sentence, overridden, policy)));
        }
        return outcomes;
    }
}

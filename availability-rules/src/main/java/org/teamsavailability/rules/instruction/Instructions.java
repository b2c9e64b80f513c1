package org.teamsavailability.rules.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A workflow's custom instructions, read for one ticket: one outcome a sentence, never a guess. */
public final class Instructions {

    /** No instructions. */
    public static final Instructions NONE = new Instructions(0, List.of(), OptionalInt.empty());

    /** A request may have this many characters of instructions. */
    public static final int LONGEST = 2_000;

    /** A request may have this many sentences of instructions. */
    public static final int MOST_SENTENCES = 50;

    private final int length;
    private final List<ReadSentence> sentences;
    private final OptionalInt limiting;

    Instructions(int length, List<ReadSentence> sentences, OptionalInt limiting) {
        this.length = length;
        this.sentences = sentences;
        this.limiting = limiting;
    }

    /**
     * Reads the instructions of a workflow for one ticket. Reading is the costly part: it is done
     * once for each request.
     *
     * @param text as the workflow has it; null for none
     * @param ticketPriority as the PSA writes it; null where the ticket has none
     */
    public static Instructions read(@Nullable String text, @Nullable String ticketPriority) {
        return text == null ? NONE : InstructionText.of(text).forTicket(ticketPriority);
    }

    /** How many characters the text has, 0 or more. */
    public int length() {
        return length;
    }

    /** How many sentences were read, 0 or more: 0 where the text is far too long. */
    public int sentences() {
        return sentences.size();
    }

    /**
     * Which sentence leaves the whole text to the dispatch AI: the first one that is not understood
     * and may limit the others, counted from 0. Empty where there is none.
     */
    public OptionalInt limiting() {
        return limiting;
    }

    /** The policy with every sentence that applies to this ticket, in the order written. */
    public Policy changing(Policy byDefault) {
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
    public List<InstructionOutcome> outcomes(Policy policy) {
        List<InstructionOutcome> outcomes = new ArrayList<>();
        for (ReadSentence sentence : sentences) {
            Instruction applied = sentence.applied();
            Overridden overridden =
                    applied == null ? Overridden.NOT : Overrides.of(applied, sentences);
            outcomes.add(
                    new InstructionOutcome(
                            sentence.text(),
                            sentence.offset(),
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

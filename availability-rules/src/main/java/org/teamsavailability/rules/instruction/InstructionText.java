package org.teamsavailability.rules.instruction;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.InstructionGrammar.Understood;
import org.teamsavailability.rules.instruction.ScopedPriority.Match;

/**
 * The text of custom instructions, whose sentences are read by themselves. This is the costly part,
 * and it does not depend on the ticket.
 */
public final class InstructionText {

    /** Longer text is not read at all: it is refused, and its outcomes might not fit a record. */
    private static final int LONGEST_READ = 10 * Instructions.LONGEST;

    /** A sentence and what it means; null where it is not understood. */
    private record ParsedSentence(Sentence sentence, @Nullable Understood understood) {

        static ParsedSentence of(Sentence sentence) {
            return new ParsedSentence(sentence, InstructionGrammar.read(sentence.text()));
        }

        ReadSentence forTicket(@Nullable TicketPriority priority) {
            Match match = understood == null ? Match.UNDECIDED : understood.scope().match(priority);
            return new ReadSentence(
                    sentence.text(),
                    sentence.offset(),
                    understood == null ? null : understood.instruction(),
                    switch (match) {
                        case HOLDS -> InstructionResult.APPLIED;
                        case UNMET -> InstructionResult.NOT_APPLICABLE;
                        case UNDECIDED -> InstructionResult.NOT_UNDERSTOOD;
                    },
                    null);
        }
    }

    private final int length;
    private final List<ParsedSentence> sentences;

    private InstructionText(int length, List<ParsedSentence> sentences) {
        this.length = length;
        this.sentences = sentences;
    }

    /** Reads a text as the workflow has it. */
    public static InstructionText of(String text) {
        return new InstructionText(
                text.codePointCount(0, text.length()),
                text.length() > LONGEST_READ
                        ? List.of()
                        : Sentences.of(text).stream().map(ParsedSentence::of).toList());
    }

    /** How many sentences were read, 0 or more: 0 where the text is far too long. */
    public int sentences() {
        return sentences.size();
    }

    /**
     * The same for one ticket.
     *
     * @param ticketPriority as the PSA writes it; null where the ticket has none
     */
    public Instructions forTicket(@Nullable String ticketPriority) {
        TicketPriority priority = TicketPriority.of(ticketPriority);
        List<ReadSentence> read = sentences.stream().map(it -> it.forTicket(priority)).toList();
        OptionalInt limiting = firstLimiting(read);
        if (limiting.isEmpty()) {
            return new Instructions(length, read, limiting);
        }
        String by = read.get(limiting.getAsInt()).text();
        return new Instructions(
                length, read.stream().map(it -> it.limitedBy(by)).toList(), limiting);
    }

    /** The first that is not understood and may narrow or negate the others; empty if none is. */
    private OptionalInt firstLimiting(List<ReadSentence> read) {
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).outcome() == InstructionResult.NOT_UNDERSTOOD
                    && LimitingSentence.isLimiting(sentences.get(i).sentence())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}

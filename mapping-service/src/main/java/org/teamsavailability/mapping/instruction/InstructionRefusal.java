package org.teamsavailability.mapping.instruction;

import org.teamsavailability.mapping.refusal.Refusal;

/** Why custom instructions are not checked. */
public sealed interface InstructionRefusal extends Refusal {

    /**
     * The text is longer than a request may have it.
     *
     * @param length characters
     * @param most characters
     */
    record TextTooLong(int length, int most) implements InstructionRefusal {}

    /** The text has more sentences than a request may have. */
    record TooManySentences(int number, int most) implements InstructionRefusal {}

    /** More priorities than are checked at once. */
    record TooManyPriorities(int number, int most) implements InstructionRefusal {}

    /**
     * A priority is no priority of a ticket.
     *
     * @param index which one, from 0
     * @param length characters
     * @param most characters
     */
    record PriorityTooLong(int index, int length, int most) implements InstructionRefusal {}
}

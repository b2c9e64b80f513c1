package org.teamsavailability.mapping.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.InstructionText;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.rules.instruction.Policy;

/**
 * Says what custom instructions would do, by the rules that decide dispatches. It knows nothing of
 * any service desk.
 */
public final class InstructionCheck {

    /** So many priorities are checked at once. */
    static final int MOST_PRIORITIES = 20;

    /** A priority has so many characters at most. */
    static final int LONGEST_PRIORITY = 200;

    private final Policy byDefault;

    /**
     * @param imminentWindow that of the enricher, 0 or more
     */
    public InstructionCheck(Duration imminentWindow) {
        this.byDefault = Policy.byDefault(imminentWindow);
    }

    /**
     * Checks a text for each priority.
     *
     * @param text at most {@value Instructions#LONGEST} characters and {@value
     *     Instructions#MOST_SENTENCES} sentences
     * @param priorities at most {@value #MOST_PRIORITIES}, of at most {@value #LONGEST_PRIORITY}
     *     characters each; null for a ticket without priority
     * @return one for each priority, in their order; without priorities, one for tickets that have
     *     none
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link InstructionRefusal}
     *     where something is too long or too many
     */
    public List<CheckedInstructions> check(String text, List<@Nullable String> priorities) {
        requireAllowed(text);
        requireAllowed(priorities);
        List<@Nullable String> checked =
                priorities.isEmpty() ? Collections.singletonList(null) : priorities;
        List<CheckedInstructions> results = new ArrayList<>();
        var read = read(text);
        for (String priority : checked) {
            results.add(check(read, priority));
        }
        return results;
    }

    private static InstructionText read(String text) {
        var read = InstructionText.of(text);
        if (read.sentences() > Instructions.MOST_SENTENCES) {
            throw new InstructionRefusal.TooManySentences(
                            read.sentences(), Instructions.MOST_SENTENCES)
                    .exception();
        }
        return read;
    }

    private CheckedInstructions check(InstructionText text, @Nullable String priority) {
        var instructions = text.forTicket(priority);
        var outcomes = instructions.outcomes(instructions.changing(byDefault));
        var limiting = instructions.limiting();
        return new CheckedInstructions(
                priority,
                outcomes,
                limiting.isPresent() ? outcomes.get(limiting.getAsInt()) : null);
    }

    private static void requireAllowed(String text) {
        int length = characters(text);
        if (length > Instructions.LONGEST) {
            throw new InstructionRefusal.TextTooLong(length, Instructions.LONGEST).exception();
        }
    }

    private static void requireAllowed(List<@Nullable String> priorities) {
        if (priorities.size() > MOST_PRIORITIES) {
            throw new InstructionRefusal.TooManyPriorities(priorities.size(), MOST_PRIORITIES)
                    .exception();
        }
        for (int i = 0; i < priorities.size(); i++) {
            String priority = priorities.get(i);
            if (priority != null && characters(priority) > LONGEST_PRIORITY) {
                throw new InstructionRefusal.PriorityTooLong(
                                i, characters(priority), LONGEST_PRIORITY)
                        .exception();
            }
        }
    }

    /** As the rules and JSON Schema count them. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}

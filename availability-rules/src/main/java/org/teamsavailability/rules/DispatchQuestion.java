package org.teamsavailability.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.Instructions;

/**
 * What a dispatch workflow asks: all of the request that the rules look at. It takes whatever came;
 * {@link RequestValidation} finds what is wrong with it.
 *
 * @param proposedSlot when the work would be done; null: it starts now
 * @param planningWindow where a shift counts as being on the rota; null: around the slots
 * @param enabled whether the workflow has Teams availability switched on
 * @param rotaTeams the Microsoft teams whose Shifts hold the rota
 * @param instructions the workflow's custom instructions, read for this ticket
 */
public record DispatchQuestion(
        DispatchMode mode,
        @Nullable Slot proposedSlot,
        @Nullable Slot planningWindow,
        List<Candidate> candidates,
        boolean enabled,
        List<String> rotaTeams,
        Instructions instructions) {
    public DispatchQuestion {
        candidates = List.copyOf(candidates);
        rotaTeams = List.copyOf(rotaTeams);
    }
}

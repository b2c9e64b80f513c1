package org.teamsavailability.enricher.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatch workflow asks: all of the request that the rules look at. It takes whatever came;
 * {@link RequestValidation} finds what is wrong with it.
 *
 * @param ticketPriority as the PSA writes it
 * @param proposedSlot when the work would be done; null: it starts now
 * @param planningWindow where a shift counts as being on the rota; null: around the slots
 * @param enabled whether the workflow has Teams availability switched on
 * @param rotaTeams the Microsoft teams whose Shifts hold the rota
 * @param instructions the workflow's custom instructions
 */
public record DispatchQuestion(
        DispatchMode mode,
        @Nullable String ticketPriority,
        @Nullable Slot proposedSlot,
        @Nullable Slot planningWindow,
        List<Candidate> candidates,
        boolean enabled,
        List<String> rotaTeams,
        @Nullable String instructions) {
    public DispatchQuestion {
        candidates = List.copyOf(candidates);
        rotaTeams = List.copyOf(rotaTeams);
    }
}

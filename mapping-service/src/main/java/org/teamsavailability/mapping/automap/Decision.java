package org.teamsavailability.mapping.automap;

import java.util.List;
import java.util.Map;

/**
 * What a run found and what it changes.
 *
 * @param changes at most one a technician, by technician id
 * @param suggestions for each technician without a match, the best first, at most five
 */
public record Decision(
        Review review, List<Change> changes, Map<String, List<Suggestion>> suggestions) {

    public Decision {
        changes = List.copyOf(changes);
        suggestions = Map.copyOf(suggestions);
    }

    /** The same, where these technicians keep what they have. */
    Decision holdingBack(List<String> technicianIds) {
        return new Decision(review.holdingBack(technicianIds), changes, suggestions);
    }
}

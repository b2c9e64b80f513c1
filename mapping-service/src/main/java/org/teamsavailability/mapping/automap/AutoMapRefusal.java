package org.teamsavailability.mapping.automap;

import java.util.List;
import java.util.UUID;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why nothing is done with a run. */
public sealed interface AutoMapRefusal extends Refusal {

    /** The desk has no such run of the last 24 hours. */
    record NoSuchRun(UUID runId) implements AutoMapRefusal {}

    /** The run's suggestions are not known, or not any more, to the instance that was asked. */
    record SuggestionsUnknown(UUID runId) implements AutoMapRefusal {}

    /** The desk has no such dry run of the last 24 hours, or it has not ended. */
    record NoPreview(UUID runId) implements AutoMapRefusal {}

    /** The dry run read other Teams. */
    record PreviewOfOtherTeams(UUID runId) implements AutoMapRefusal {}

    /** The tenant, a technician or a mapping was changed since the dry run. */
    record PreviewOutdated(UUID runId) implements AutoMapRefusal {}

    /** A run has not ended yet. */
    record Running(UUID runId) implements AutoMapRefusal {}

    /** The run changed no mapping: it was a dry run, or it failed. */
    record NothingToUndo(UUID runId) implements AutoMapRefusal {}

    /** Another run changed mappings later. */
    record NotTheLast(UUID runId, UUID lastRunId) implements AutoMapRefusal {}

    /**
     * Mappings are not as the run left them, or their accounts went to somebody else.
     *
     * @param technicianIds whose; empty where the tenant is another one
     */
    record ChangedSince(UUID runId, List<String> technicianIds) implements AutoMapRefusal {
        public ChangedSince {
            technicianIds = List.copyOf(technicianIds);
        }
    }

    /**
     * Some technicians do not have exactly one suggestion.
     *
     * @param technicians in the order they were given
     */
    record NotOneSuggestion(List<Choice> technicians) implements AutoMapRefusal {
        public NotOneSuggestion {
            technicians = List.copyOf(technicians);
        }
    }

    /**
     * How many suggestions a technician has: none, or several.
     *
     * @param position among those that were given, from 0
     */
    record Choice(int position, int suggestions) {}
}

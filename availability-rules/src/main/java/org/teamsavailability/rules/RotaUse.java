package org.teamsavailability.rules;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.Policy;

/** Whether a question wants the rota and, where it does not, because of what. */
enum RotaUse {
    WANTED(null),
    NO_ROTA_TEAM(
            "The rota was not used because no rota team is set in the Teams availability settings"
                    + " of this workflow."),
    ROUND_ROBIN("The rota was not used because Round Robin does not consult it."),
    /** What is said of the instruction says it. */
    IGNORED(null);

    private final @Nullable String whyNot;

    RotaUse(@Nullable String whyNot) {
        this.whyNot = whyNot;
    }

    /** For AI dispatch with rota teams, unless it is to be ignored. */
    static RotaUse of(DispatchQuestion question, Policy policy) {
        if (question.rotaTeams().isEmpty()) {
            return NO_ROTA_TEAM;
        }
        if (question.mode() == DispatchMode.ROUND_ROBIN) {
            return ROUND_ROBIN;
        }
        return policy.ignoreRota() ? IGNORED : WANTED;
    }

    /** A sentence that says why it is not used; null where none is needed. */
    @Nullable String whyNot() {
        return whyNot;
    }
}

package org.teamsavailability.mapping.decision;

import org.teamsavailability.mapping.refusal.Refusal;

/** Why decisions are not shown. */
public sealed interface DecisionRefusal extends Refusal {

    /** The operator lets administrators alone read decisions. */
    record AdministratorsOnly() implements DecisionRefusal {}
}

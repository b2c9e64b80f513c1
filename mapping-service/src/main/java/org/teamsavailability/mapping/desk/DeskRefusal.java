package org.teamsavailability.mapping.desk;

import java.time.Duration;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why nothing is done for a service desk. */
public sealed interface DeskRefusal extends Refusal {

    /**
     * Its other transactions take too long.
     *
     * @param waited how long this one has waited for its turn
     */
    record Busy(Duration waited) implements DeskRefusal {}
}

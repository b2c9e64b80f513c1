package org.teamsavailability.mapping.automap;

import java.util.UUID;
import org.teamsavailability.mapping.technician.AccountState;

/** What a run changes of the mapping. */
public sealed interface Change {

    String technicianId();

    /** The technician gets this account, or the account's new sign-in name. */
    record Assign(String technicianId, UUID accountId, String userPrincipalName) implements Change {

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "Assign[" + technicianId + " " + accountId + "]";
        }
    }

    /** The technician loses the account that an earlier run gave. */
    record Clear(String technicianId, UUID accountId) implements Change {}

    /** The technician keeps the account, which is in another state now. */
    record Note(String technicianId, AccountState accountState) implements Change {}
}

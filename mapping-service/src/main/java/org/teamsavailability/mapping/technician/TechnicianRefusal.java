package org.teamsavailability.mapping.technician;

import java.util.List;
import java.util.UUID;
import org.teamsavailability.mapping.refusal.Refusal;

/** Why technicians or the mapping of one are not changed. */
public sealed interface TechnicianRefusal extends Refusal {

    /** The desk has no such technician. */
    record NotFound(String technicianId) implements TechnicianRefusal {}

    /**
     * Rows are wrong, so none was taken.
     *
     * @param errors by row, at most {@link RowErrors#MOST}
     */
    record InvalidRows(List<RowError> errors) implements TechnicianRefusal {
        public InvalidRows {
            errors = List.copyOf(errors);
        }
    }

    /** There are none, or too many at once. */
    record WrongNumber(int given, int largest) implements TechnicianRefusal {}

    /** The technician is not as the caller expects. */
    record NotAsExpected(String technicianId) implements TechnicianRefusal {}

    /** The mapping or the connection was changed while the change was made. */
    record ChangedMeanwhile() implements TechnicianRefusal {}

    /** The technician or the account is not as it was when the account was shown. */
    record ChangedSince(String technicianId) implements TechnicianRefusal {}

    /** Another technician was mapped to the account by hand. */
    record AccountTaken(UUID microsoftUserId, String technicianId) implements TechnicianRefusal {}

    /** The desk has no Microsoft tenant. */
    record NotConnected() implements TechnicianRefusal {}

    /** The desk's tenant has not consented, or not any more. */
    record ConsentMissing() implements TechnicianRefusal {}

    /** The sign-in name is longer than any. */
    record SignInNameTooLong(int length, int longest) implements TechnicianRefusal {}

    /** The id is of an account with another sign-in name. */
    record OtherSignInName(UUID microsoftUserId, String userPrincipalName)
            implements TechnicianRefusal {

        /** Leaves the sign-in name out. */
        @Override
        public String toString() {
            return "OtherSignInName[" + microsoftUserId + "]";
        }
    }

    /** The tenant has no such account. */
    record UnknownAccount(UUID microsoftUserId) implements TechnicianRefusal {}
}

package org.teamsavailability.mapping.automap;

import java.util.Set;
import java.util.UUID;

/**
 * An account that a technician may have; never applied by itself.
 *
 * @param because ALIAS, OTHER_MAIL or DISPLAY_NAME
 */
public record Suggestion(
        UUID accountId, String userPrincipalName, MatchKey because, Set<Flag> flags) {

    public Suggestion {
        flags = Set.copyOf(flags);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Suggestion[" + accountId + " " + because + "]";
    }
}

package org.teamsavailability.mapping.connection.consent.web;

import java.util.Arrays;
import java.util.List;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConsentState;

/**
 * A permission on the page of the result.
 *
 * @param displayName as Microsoft's consent page names it
 * @param purpose what Teams Availability needs it for
 */
record PermissionRow(String name, String displayName, String purpose, boolean granted) {

    static List<PermissionRow> of(Connection connection) {
        return Arrays.stream(GraphPermission.values())
                .map(it ->
                        new PermissionRow(
                                it.role(),
                                it.displayName(),
                                purpose(it),
                                connection.permissions().contains(it)))
                .toList();
    }

    /** What is true of the consent as a whole. */
    static String heading(Connection connection) {
        if (connection.isComplete()) {
            return "Consent granted";
        }
        return connection.consent() == ConsentState.GRANTED
                ? "%d of %d permissions granted"
                        .formatted(connection.permissions().size(), GraphPermission.values().length)
                : "Consent is not confirmed yet";
    }

    private static String purpose(GraphPermission permission) {
        return switch (permission) {
            case PRESENCE_READ_ALL ->
                    "Live presence (Away, Offline, out-of-office) at dispatch time";
            case SCHEDULE_READ_ALL -> "The Teams Shifts rota, if one is used";
            case GROUP_MEMBER_READ_ALL -> "Listing Teams and their members for the auto-map";
            case USER_READ_ALL -> "Members' email and sign-in name, the match key";
        };
    }
}

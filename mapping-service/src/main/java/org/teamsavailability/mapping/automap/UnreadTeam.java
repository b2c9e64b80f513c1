package org.teamsavailability.mapping.automap;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;

/**
 * A Team whose members could not be read, which says nothing about the other Teams.
 *
 * @param displayName its name, which is kept in memory only; null where it is not known
 */
public record UnreadTeam(UUID teamId, @Nullable String displayName, Reason reason) {

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    /** Why it could not be read. */
    public enum Reason {
        /** Microsoft refused (403). */
        FORBIDDEN,
        /** Microsoft knows no such group (404). */
        NOT_FOUND,
        /** Microsoft did not answer, or with another error, after repeats. */
        UNREACHABLE,
        /** Microsoft's answer was not what it documents. */
        UNREADABLE;

        /** Whether it can be an outage of the tenant as well. */
        boolean mayBeOutage() {
            return this == UNREACHABLE || this == UNREADABLE;
        }
    }

    /** What a failure says of a Team; null where it says something of the tenant. */
    static @Nullable Reason reason(GraphFailure failure) {
        var status = failure.status();
        if (status != null && status == NOT_FOUND) {
            return Reason.NOT_FOUND;
        }
        return switch (failure) {
            case GraphFailure.PermissionMissing it ->
                    it.permission() == GraphPermission.GROUP_MEMBER_READ_ALL
                            ? Reason.FORBIDDEN
                            : null;
            case GraphFailure.Unreachable _ ->
                    status != null && status == UNAUTHORIZED ? null : Reason.UNREACHABLE;
            case GraphFailure.TimedOut _ -> Reason.UNREACHABLE;
            case GraphFailure.Malformed _, GraphFailure.Refused _ -> Reason.UNREADABLE;
            case GraphFailure.ConsentMissing _,
                    GraphFailure.OwnCredentialsRefused _,
                    GraphFailure.Throttled _,
                    GraphFailure.NotProvisioned _ ->
                    null;
        };
    }
}

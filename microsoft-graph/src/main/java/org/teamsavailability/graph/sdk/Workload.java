package org.teamsavailability.graph.sdk;

import java.time.Clock;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.http.ReplyHead;

/** A kind of read, with bounds of its own, and what Graph's refusals mean for it. */
enum Workload {
    PRESENCE(GraphPermission.PRESENCE_READ_ALL),
    SCHEDULE(GraphPermission.SCHEDULE_READ_ALL),
    GROUPS(GraphPermission.GROUP_MEMBER_READ_ALL),
    USERS(GraphPermission.USER_READ_ALL);

    private final GraphPermission permission;

    Workload(GraphPermission permission) {
        this.permission = permission;
    }

    /** What a token must have for it. */
    GraphPermission permission() {
        return permission;
    }

    /** Decides on the status alone: Microsoft's error codes and bodies vary, and may be absent. */
    GraphFailure failure(ReplyHead head, Clock clock) {
        return switch (head.status()) {
            case 403 ->
                    new GraphFailure.PermissionMissing(head.status(), head.requestId(), permission);
            case 429 -> head.throttled(clock);
            case 400, 404 -> refusal(head);
            default -> head.unreachable();
        };
    }

    private GraphFailure refusal(ReplyHead head) {
        return switch (this) {
            case PRESENCE -> new GraphFailure.Refused(head.status(), head.requestId());
            case SCHEDULE ->
                    head.status() == 404
                            ? new GraphFailure.NotProvisioned(head.status(), head.requestId())
                            : head.unreachable();
            case GROUPS, USERS ->
                    head.status() == 404
                            ? new GraphFailure.Refused(head.status(), head.requestId())
                            : head.unreachable();
        };
    }
}

package org.teamsavailability.mapping.tenantcheck;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.Query.Area;

/** What an application's token says, and what Graph makes of it. */
final class TokenChecks {

    private TokenChecks() {}

    static List<Check<?>> all() {
        return List.of(
                new Check<>(
                        "token-roles",
                        "Does the app token name what was granted?",
                        "its roles name all four permissions",
                        ConnectedTenant::permissions,
                        TokenChecks::roles),
                new Check<>(
                        "missing-permission",
                        "How is a read refused that the token lacks the permission for?",
                        "403",
                        TokenChecks::refused,
                        reply -> Finding.of(reply.status() == 403, reply.statusText())));
    }

    private static Finding roles(Set<GraphPermission> granted) {
        if (granted.isEmpty()) {
            return new Finding.Different("none: they are missing, or the token cannot be read");
        }
        var missing = EnumSet.complementOf(EnumSet.copyOf(granted));
        return missing.isEmpty()
                ? new Finding.Same("all four")
                : new Finding.Different(
                        "all but "
                                + missing.stream()
                                        .map(GraphPermission::role)
                                        .collect(Collectors.joining(", ")));
    }

    private static Reply refused(ConnectedTenant tenant)
            throws NotTriedException, InterruptedException {
        for (var permission : GraphPermission.values()) {
            // without User.Read.All Graph answers, with less
            if (permission != GraphPermission.USER_READ_ALL
                    && !tenant.permissions().contains(permission)) {
                return tenant.ask(read(permission));
            }
        }
        throw new NotTriedException("the token lacks none");
    }

    private static Query read(GraphPermission permission) {
        return switch (permission) {
            case PRESENCE_READ_ALL -> new Query.Presences(List.of(UUID.randomUUID().toString()));
            case SCHEDULE_READ_ALL -> ScheduleChecks.scheduleOf(UUID.randomUUID());
            case GROUP_MEMBER_READ_ALL -> DirectoryChecks.TEAMS;
            case USER_READ_ALL ->
                    new Query.Get(Area.USERS, "/organization", DirectoryChecks.ORGANIZATION);
        };
    }
}

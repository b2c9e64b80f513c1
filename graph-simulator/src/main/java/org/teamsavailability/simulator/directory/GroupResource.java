package org.teamsavailability.simulator.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Team;

/** Graph's resource type {@code group}, as the group of a team shows. */
final class GroupResource {
    private GroupResource() {}

    static Map<String, @Nullable Object> of(Team team) {
        return of(team.id(), team.displayName(), true);
    }

    /** A group in a group, which is for security and no team. */
    static Map<String, @Nullable Object> nested(UUID id, String displayName) {
        return of(id, displayName, false);
    }

    /** The names of all properties. */
    static Set<String> known() {
        return of(new UUID(0, 0), "", true).keySet();
    }

    private static Map<String, @Nullable Object> of(UUID id, String name, boolean team) {
        String nickname = name.replaceAll("\\W", "");
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        group.put("id", id);
        group.put("deletedDateTime", null);
        group.put("createdDateTime", "2024-01-15T09:00:00Z");
        group.put("description", name);
        group.put("displayName", name);
        group.put("groupTypes", team ? List.of("Unified") : List.of());
        group.put("mail", null);
        group.put("mailEnabled", team);
        group.put("mailNickname", nickname);
        group.put("resourceBehaviorOptions", List.of());
        group.put("resourceProvisioningOptions", team ? List.of("Team") : List.of());
        group.put("securityEnabled", !team);
        group.put("visibility", team ? "Private" : null);
        return group;
    }
}

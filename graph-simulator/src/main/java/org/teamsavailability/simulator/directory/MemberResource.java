package org.teamsavailability.simulator.directory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.OtherMember;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.graph.Access;

/**
 * A member of a group.
 *
 * @param type of the resource, as {@code user}
 * @param all its properties
 * @param usual those that are there without a selection
 */
record MemberResource(String type, Map<String, @Nullable Object> all, List<String> usual) {

    static MemberResource of(Tenant tenant, Account account) {
        return new MemberResource("user", UserResource.of(tenant, account), UserResource.USUAL);
    }

    static MemberResource of(OtherMember member) {
        Map<String, @Nullable Object> all =
                switch (member.kind()) {
                    case GROUP -> GroupResource.nested(member.id(), member.displayName());
                    case DEVICE, SERVICE_PRINCIPAL -> plain(member);
                };
        String type =
                switch (member.kind()) {
                    case GROUP -> "group";
                    case DEVICE -> "device";
                    case SERVICE_PRINCIPAL -> "servicePrincipal";
                };
        return new MemberResource(type, all, List.copyOf(all.keySet()));
    }

    /** The accounts among a team's members that are still there. */
    static List<Account> people(Tenant tenant, Team team) {
        return team.members().stream()
                .flatMap(id -> Stream.ofNullable(tenant.accounts().get(id)))
                .toList();
    }

    /** The names of all properties that some member has. */
    static Set<String> known() {
        Set<String> known = new LinkedHashSet<>(UserResource.known());
        known.addAll(GroupResource.known());
        return known;
    }

    /**
     * As an object of the list; where the token does not allow to read its type, it has nothing but
     * its id, and every other property is null.
     */
    Map<String, @Nullable Object> shown(Selection selection, boolean typed, Access.Granted access) {
        boolean limited = !readable(access);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (typed) {
            shown.put("@odata.type", "#microsoft.graph." + type);
        }
        if (limited) {
            shown.put("id", all.get("id"));
        }
        selection
                .from(all, usual)
                .forEach((name, value) -> shown.putIfAbsent(name, limited ? null : value));
        return shown;
    }

    private boolean readable(Access.Granted access) {
        return switch (type) {
            case "user" -> access.has("User.Read.All");
            case "group" -> access.has("GroupMember.Read.All");
            default -> access.has("Directory.Read.All");
        };
    }

    private static Map<String, @Nullable Object> plain(OtherMember member) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", member.id());
        all.put("displayName", member.displayName());
        return all;
    }
}

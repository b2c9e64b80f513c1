package org.teamsavailability.mapping.tenantcheck;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.Query.Area;
import org.teamsavailability.graph.inspection.TenantInspection;

/**
 * A tenant that is asked, gently: one request at a time, none twice, and none any more once
 * Microsoft throttles. For one thread.
 */
final class ConnectedTenant {

    /** Teams whose members and schedules are looked at, until one serves. */
    private static final int TEAMS = 5;

    /** A page may be smaller than asked for, or empty. */
    private static final int PAGES = 5;

    private final MicrosoftTenant tenant;
    private final TenantInspection graph;
    private final Set<GraphPermission> permissions;
    private final CallPace pace;
    private final Map<Query, Reply> replies = new LinkedHashMap<>();
    private boolean throttled;

    /**
     * @param permissions those that its token names
     */
    ConnectedTenant(
            MicrosoftTenant tenant,
            TenantInspection graph,
            Set<GraphPermission> permissions,
            CallPace pace) {
        this.tenant = tenant;
        this.graph = graph;
        this.permissions = Set.copyOf(permissions);
        this.pace = pace;
    }

    MicrosoftTenant tenant() {
        return tenant;
    }

    Set<GraphPermission> permissions() {
        return permissions;
    }

    /** All answers so far, in their order. */
    List<Reply> replies() {
        return List.copyOf(replies.values());
    }

    int requests() {
        return pace.requests();
    }

    boolean leadsToGraph(String link) {
        return graph.leadsToGraph(tenant.cloud(), link);
    }

    /** Asks, or repeats what was answered to the same question. */
    Reply ask(Query query) throws NotTriedException, InterruptedException {
        var known = replies.get(query);
        if (known != null) {
            return known;
        }
        if (throttled) {
            throw new NotTriedException("Microsoft throttles; run it again in some minutes");
        }
        pace.await();
        try {
            var reply = Reply.of(graph.ask(tenant, query));
            replies.put(query, reply);
            throttled = reply.status() == 429;
            if (throttled) {
                throw new NotTriedException("Microsoft throttled it; run it again in some minutes");
            }
            return reply;
        } catch (GraphException e) {
            throw new NotTriedException("no answer came: " + e.failure());
        }
    }

    /** The first Teams that are listed, none twice; at least one. */
    List<UUID> teams() throws NotTriedException, InterruptedException {
        var listed = new LinkedHashSet<UUID>();
        var reply = ask(DirectoryChecks.TEAMS);
        if (!reply.isPage()) {
            throw new NotTriedException("the list of Teams was answered " + reply.statusText());
        }
        for (int page = 1; page <= PAGES && reply != null; page++) {
            reply.items().stream()
                    .map(team -> Guids.of(team.path("id")))
                    .filter(Objects::nonNull)
                    .forEach(listed::add);
            reply = listed.size() < TEAMS ? Paging.after(this, Area.GROUPS, reply) : null;
        }
        if (listed.isEmpty()) {
            throw new NotTriedException("the tenant lists no Team");
        }
        return listed.stream().limit(TEAMS).toList();
    }

    /** The first page of the members of the first Team that has a user account. */
    Reply members() throws NotTriedException, InterruptedException {
        Reply last = null;
        for (var team : teams()) {
            last = ask(DirectoryChecks.membersOf(team));
            if (!last.isOk() || !DirectoryChecks.users(last).isEmpty()) {
                return last;
            }
        }
        if (last == null) {
            throw new NotTriedException("the tenant lists no Team");
        }
        throw new NotTriedException("the first Teams of the tenant have no user account");
    }

    /** Accounts that exist, as many as a presence call takes if the first Teams have them. */
    List<UUID> accounts() throws NotTriedException, InterruptedException {
        var accounts = new LinkedHashSet<UUID>();
        for (var team : teams()) {
            if (accounts.size() < GraphPort.MAX_PRESENCE_IDS) {
                DirectoryChecks.users(ask(DirectoryChecks.membersOf(team))).stream()
                        .map(user -> Guids.of(user.path("id")))
                        .filter(Objects::nonNull)
                        .forEach(accounts::add);
            }
        }
        if (accounts.isEmpty()) {
            throw new NotTriedException("the first Teams of the tenant have no user account");
        }
        return List.copyOf(accounts);
    }

    /** The first of the first Teams that has a schedule. */
    UUID teamWithSchedule() throws NotTriedException, InterruptedException {
        for (var team : teams()) {
            if (ask(ScheduleChecks.scheduleOf(team)).isOk()) {
                return team;
            }
        }
        throw new NotTriedException(
                "none of the first %d Teams of the tenant has a schedule".formatted(TEAMS));
    }
}

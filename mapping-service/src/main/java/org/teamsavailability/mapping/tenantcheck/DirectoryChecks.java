package org.teamsavailability.mapping.tenantcheck;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.Query.Area;
import tools.jackson.databind.JsonNode;

/** Teams, their members, and the organisation. */
final class DirectoryChecks {

    /** As the service lists Teams. */
    static final Query TEAMS = teams("999");

    static final Map<String, String> ORGANIZATION =
            Map.of("$select", "displayName,verifiedDomains");

    private static final Query ONE_TEAM = teams("1");
    private static final String USER = "#microsoft.graph.user";

    private DirectoryChecks() {}

    static List<Check<?>> all() {
        return List.of(
                new Check<>(
                        "teams-filter",
                        "Can Teams be listed by resourceProvisioningOptions?",
                        "200, each with id and displayName",
                        tenant -> tenant.ask(TEAMS),
                        DirectoryChecks::teams),
                new Check<>(
                        "page-size",
                        "Does $top bound a page of Teams?",
                        "at most $top, with a link to the next page",
                        DirectoryChecks::oneOfSeveral,
                        DirectoryChecks::boundedPage),
                new Check<>(
                        "next-link",
                        "Where does the link to the next page lead?",
                        "to Graph's own host, which answers it with 200",
                        DirectoryChecks::oneOfSeveral,
                        Paging::next),
                new Check<>(
                        "members",
                        "What is said of the members of a Team?",
                        "200, @odata.type for all; sign-in name and accountEnabled of users",
                        ConnectedTenant::members,
                        DirectoryChecks::members),
                new Check<>(
                        "organization",
                        "What is said of the tenant itself?",
                        "200, one entry with displayName and verifiedDomains",
                        tenant ->
                                tenant.ask(
                                        new Query.Get(Area.USERS, "/organization", ORGANIZATION)),
                        DirectoryChecks::organization),
                new Check<>(
                        "unknown-user",
                        "How is an account answered that does not exist?",
                        "404",
                        tenant -> tenant.ask(unknownUser(tenant)),
                        reply -> Finding.of(reply.status() == 404, reply.statusText())),
                new Check<>(
                        "unknown-team",
                        "How are the members of a Team answered that does not exist?",
                        "404",
                        tenant -> tenant.ask(membersOf(Unknown.idIn(tenant))),
                        reply -> Finding.of(reply.status() == 404, reply.statusText())),
                new Check<>(
                        "directory-error",
                        "Which form has an error of the directory?",
                        "JSON with error.code and the request's id in error.innerError",
                        tenant -> tenant.ask(unknownUser(tenant)),
                        DirectoryChecks::error));
    }

    private static Query teams(String top) {
        return new Query.Get(
                Area.GROUPS,
                "/groups",
                Map.of(
                        "$filter",
                        "resourceProvisioningOptions/Any(x:x eq 'Team')",
                        "$select",
                        "id,displayName",
                        "$top",
                        top));
    }

    /** As the service reads members. */
    static Query membersOf(UUID team) {
        return new Query.Get(
                Area.GROUPS,
                "/groups/" + team + "/members",
                Map.of(
                        "$select",
                        "id,displayName,userPrincipalName,mail,accountEnabled,userType,"
                                + "proxyAddresses,otherMails",
                        "$top",
                        "999"));
    }

    private static Query unknownUser(ConnectedTenant tenant) {
        return new Query.Get(Area.USERS, "/users/" + Unknown.idIn(tenant), Map.of("$select", "id"));
    }

    /** The user accounts on a page of members. */
    static List<JsonNode> users(Reply members) {
        return members.items().stream()
                .filter(member -> member.path("@odata.type").asString("").equalsIgnoreCase(USER))
                .toList();
    }

    private static Finding teams(Reply reply) {
        boolean named =
                reply.items().stream()
                        .allMatch(team ->
                                Guids.of(team.path("id")) != null
                                        && team.path("displayName").isString());
        return Finding.of(
                reply.isPage() && named,
                reply.isPage()
                        ? "%d Teams on the first page%s"
                                .formatted(
                                        reply.items().size(),
                                        named ? "" : ", some without id or displayName")
                        : reply.statusText());
    }

    /** The first page of Teams with {@code $top=1}, where there are more. */
    private static PageOf oneOfSeveral(ConnectedTenant tenant)
            throws NotTriedException, InterruptedException {
        if (tenant.teams().size() < 2) {
            throw new NotTriedException("the tenant lists one Team");
        }
        return Paging.first(tenant, ONE_TEAM);
    }

    private static Finding boundedPage(PageOf page) {
        var first = page.first();
        return Finding.of(
                first.isPage() && first.items().size() <= 1 && first.nextLink() != null,
                first.isPage()
                        ? "%d entries for $top=1, %s link"
                                .formatted(
                                        first.items().size(),
                                        first.nextLink() == null ? "without a" : "with a")
                        : first.statusText());
    }

    private static Finding members(Reply reply) {
        if (!reply.isPage()) {
            return new Finding.Different(reply.statusText());
        }
        long untyped =
                reply.items().stream()
                        .filter(member -> !member.path("@odata.type").isString())
                        .count();
        long unnamed =
                users(reply).stream()
                        .filter(user ->
                                !user.path("userPrincipalName").isString()
                                        || !user.path("accountEnabled").isBoolean())
                        .count();
        return Finding.of(
                untyped + unnamed == 0,
                "%d members: %d without a type, %d users without sign-in name or accountEnabled"
                        .formatted(reply.items().size(), untyped, unnamed));
    }

    private static Finding organization(Reply reply) {
        boolean named =
                reply.items().size() == 1
                        && reply.items().getFirst().path("displayName").isString()
                        && reply.items().getFirst().path("verifiedDomains").isArray();
        return Finding.of(
                reply.isPage() && named,
                reply.isPage()
                        ? "%d entries, %s name and domains"
                                .formatted(reply.items().size(), named ? "with" : "without")
                        : reply.statusText());
    }

    private static Finding error(Reply reply) {
        if (reply.isOk()) {
            return new Finding.Different("no error: 200");
        }
        var inner = reply.json().path("error").path("innerError").path("request-id");
        return Finding.of(
                reply.errorCode() != null && inner.isString(),
                "%s, %s code, %s id of the request"
                        .formatted(
                                reply.statusText(),
                                reply.errorCode() == null ? "without a" : "with a",
                                inner.isString() ? "with the" : "without the"));
    }
}

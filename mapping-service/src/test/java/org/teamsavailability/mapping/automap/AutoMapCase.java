package org.teamsavailability.mapping.automap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worked case of the auto-map in data.
 *
 * @param teams the accounts by Team; they may have any short ids
 * @param scope the Teams that are named; null or empty for a full run
 * @param complete false where a Team or a page could not be read; true where it is left out
 * @param expect lists by technician id; what is left out is not compared
 */
record AutoMapCase(
        String id,
        String name,
        List<Person> technicians,
        Map<String, List<Member>> teams,
        @Nullable List<String> scope,
        @Nullable Boolean complete,
        JsonNode expect) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param active true where it is left out
     * @param mapping what they are mapped to before the run
     */
    record Person(
            String id,
            @Nullable String displayName,
            @Nullable String email,
            @Nullable Boolean active,
            @Nullable Before mapping) {}

    record Before(
            MappingOrigin origin,
            String account,
            @Nullable String userPrincipalName,
            @Nullable AccountState accountState) {}

    /**
     * @param upn null as it comes without User.Read.All
     * @param enabled true where it is left out
     */
    record Member(
            String id,
            @Nullable String upn,
            @Nullable String mail,
            @Nullable String displayName,
            @Nullable Boolean enabled,
            @Nullable Boolean guest,
            @Nullable List<String> proxyAddresses,
            @Nullable List<String> otherMails) {}

    static List<AutoMapCase> read(byte[] json) {
        return List.of(JSON.readValue(json, AutoMapCase[].class));
    }

    RunScope runScope() {
        return scope == null || scope.isEmpty() ? RunScope.FULL : RunScope.TEAMS;
    }

    World world() {
        var pages = new ArrayList<List<Account>>();
        teams.forEach((team, members) -> {
            if (runScope() == RunScope.FULL || (scope != null && scope.contains(team))) {
                pages.add(members.stream().map(AutoMapCase::account).toList());
            }
        });
        return new World(technicians.stream().map(AutoMapCase::technician).toList(), pages);
    }

    private static Technician technician(Person it) {
        return new Technician(
                it.id(),
                it.displayName() == null ? "" : it.displayName(),
                it.email(),
                !Boolean.FALSE.equals(it.active()),
                false,
                it.mapping() == null ? null : mapping(it.mapping()));
    }

    private static Mapping mapping(Before it) {
        return People.mapping(
                it.origin(),
                People.id(it.account()),
                it.userPrincipalName() == null
                        ? it.account().toLowerCase(Locale.ROOT) + "@x.example"
                        : it.userPrincipalName(),
                it.accountState() == null ? AccountState.OK : it.accountState());
    }

    private static Account account(Member it) {
        return new Account(
                People.id(it.id()),
                it.upn(),
                it.mail(),
                it.displayName(),
                !Boolean.FALSE.equals(it.enabled()),
                Boolean.TRUE.equals(it.guest()),
                it.proxyAddresses() == null ? List.of() : it.proxyAddresses(),
                it.otherMails() == null ? List.of() : it.otherMails());
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}

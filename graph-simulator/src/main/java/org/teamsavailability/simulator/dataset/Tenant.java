package org.teamsavailability.simulator.dataset;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A Microsoft tenant.
 *
 * @param id the directory id
 * @param credentials what the application must show to get a token here
 * @param consent to the application
 * @param permissions the application permissions it granted, a token's roles
 * @param unknownAccounts how a presence call answers for ids that are not in {@code accounts}
 * @param accounts by object id
 * @param teams by id
 */
public record Tenant(
        UUID id,
        Credentials credentials,
        Consent consent,
        Set<String> permissions,
        Lookup unknownAccounts,
        Map<UUID, Account> accounts,
        Map<UUID, Team> teams) {

    /** The four permissions the product asks for. */
    public static final Set<String> ALL_PERMISSIONS =
            Set.of(
                    "Presence.Read.All",
                    "Schedule.Read.All",
                    "GroupMember.Read.All",
                    "User.Read.All");

    public Tenant {
        permissions = Set.copyOf(permissions);
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
        if (unknownAccounts == Lookup.FOUND) {
            throw new IllegalArgumentException("an account that is not there cannot be found");
        }
    }

    /** An empty one that granted all four permissions and takes any credentials. */
    public static Tenant of(UUID id) {
        return new Tenant(
                id,
                Credentials.ANY,
                Consent.GRANTED,
                ALL_PERMISSIONS,
                Lookup.MISSING,
                Map.of(),
                Map.of());
    }

    /** The account of this id, or what stands in for one it does not know. */
    public Account account(UUID account) {
        Account known = accounts.get(account);
        return known != null
                ? known
                : Account.of(account, "PresenceUnknown", "PresenceUnknown")
                        .withLookup(unknownAccounts);
    }

    /** The same with other credentials. */
    public Tenant withCredentials(Credentials other) {
        return new Tenant(id, other, consent, permissions, unknownAccounts, accounts, teams);
    }

    /** The same with another state of consent. */
    public Tenant withConsent(Consent other) {
        return new Tenant(id, credentials, other, permissions, unknownAccounts, accounts, teams);
    }

    /** The same with other permissions; tokens that exist keep their roles. */
    public Tenant withPermissions(Collection<String> other) {
        return new Tenant(
                id, credentials, consent, Set.copyOf(other), unknownAccounts, accounts, teams);
    }

    /** The same, answering in another way for ids it does not know. */
    public Tenant withUnknownAccounts(Lookup other) {
        return new Tenant(id, credentials, consent, permissions, other, accounts, teams);
    }

    /** The same with accounts added, or replaced where the id is known. */
    public Tenant withAccounts(Collection<Account> more) {
        var all = new LinkedHashMap<>(accounts);
        more.forEach(account -> all.put(account.id(), account));
        return new Tenant(id, credentials, consent, permissions, unknownAccounts, all, teams);
    }

    /** The same with an account added, or replaced where the id is known. */
    public Tenant withAccount(Account account) {
        return withAccounts(Set.of(account));
    }

    /** The same with a team added, or replaced where the id is known. */
    public Tenant withTeam(Team team) {
        var all = new LinkedHashMap<>(teams);
        all.put(team.id(), team);
        return new Tenant(id, credentials, consent, permissions, unknownAccounts, accounts, all);
    }
}

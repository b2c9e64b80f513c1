package org.teamsavailability.simulator.dataset;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
 * @param organization whom it is of
 * @param registration what the application's registration says
 */
public record Tenant(
        UUID id,
        Credentials credentials,
        Consent consent,
        Set<String> permissions,
        Lookup unknownAccounts,
        Map<UUID, Account> accounts,
        Map<UUID, Team> teams,
        Organization organization,
        Registration registration) {

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
                Map.of(),
                Organization.of(id),
                Registration.COMPLETE);
    }

    /** The account of this id, or what stands in for one it does not know. */
    public Account account(UUID account) {
        Account known = accounts.get(account);
        return known != null
                ? known
                : Account.of(account, "PresenceUnknown", "PresenceUnknown")
                        .withLookup(unknownAccounts);
    }

    /** The account of this sign-in name, in any case; null without one. */
    public @Nullable Account signingInAs(String userPrincipalName) {
        return accounts.values().stream()
                .filter(a ->
                        a.signInName(organization.domain()).equalsIgnoreCase(userPrincipalName))
                .findFirst()
                .orElse(null);
    }

    /** The same with other credentials. */
    public Tenant withCredentials(Credentials other) {
        return with(other, consent, permissions, unknownAccounts, organization, registration);
    }

    /** The same with another state of consent. */
    public Tenant withConsent(Consent other) {
        return with(credentials, other, permissions, unknownAccounts, organization, registration);
    }

    /** The same with other permissions; tokens that exist keep their roles. */
    public Tenant withPermissions(Collection<String> other) {
        return with(
                credentials,
                consent,
                Set.copyOf(other),
                unknownAccounts,
                organization,
                registration);
    }

    /** The same, answering in another way for ids it does not know. */
    public Tenant withUnknownAccounts(Lookup other) {
        return with(credentials, consent, permissions, other, organization, registration);
    }

    /** The same, of another organisation. */
    public Tenant withOrganization(Organization other) {
        return with(credentials, consent, permissions, unknownAccounts, other, registration);
    }

    /** The same with another registration of the application. */
    public Tenant withRegistration(Registration other) {
        return with(credentials, consent, permissions, unknownAccounts, organization, other);
    }

    /** The same with accounts added, or replaced where the id is known. */
    public Tenant withAccounts(Collection<Account> more) {
        var all = new LinkedHashMap<>(accounts);
        more.forEach(account -> all.put(account.id(), account));
        return with(all, teams);
    }

    /** The same with an account added, or replaced where the id is known. */
    public Tenant withAccount(Account account) {
        return withAccounts(Set.of(account));
    }

    /** The same with teams added, or replaced where the id is known. */
    public Tenant withTeams(Collection<Team> more) {
        var all = new LinkedHashMap<>(teams);
        more.forEach(team -> all.put(team.id(), team));
        return with(accounts, all);
    }

    /** The same with a team added, or replaced where the id is known. */
    public Tenant withTeam(Team team) {
        return withTeams(Set.of(team));
    }

    /** The same with generated teams and people added. */
    public Tenant withGenerated(Population population) {
        return population.addedTo(this);
    }

    private Tenant with(Map<UUID, Account> allAccounts, Map<UUID, Team> allTeams) {
        return new Tenant(
                id,
                credentials,
                consent,
                permissions,
                unknownAccounts,
                allAccounts,
                allTeams,
                organization,
                registration);
    }

    private Tenant with(
            Credentials otherCredentials,
            Consent otherConsent,
            Set<String> otherPermissions,
            Lookup otherLookup,
            Organization otherOrganization,
            Registration otherRegistration) {
        return new Tenant(
                id,
                otherCredentials,
                otherConsent,
                otherPermissions,
                otherLookup,
                accounts,
                teams,
                otherOrganization,
                otherRegistration);
    }
}

package org.teamsavailability.simulator.dataset;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads tenants from data files and control requests.
 *
 * @param now what {@code now} means there
 */
public record TenantReader(Instant now) {
    private static final Map<String, Consent> CONSENTS = Labels.of(Consent.values());

    /** A whole tenant. */
    public Tenant tenant(DataNode data) {
        data.only(
                "id",
                "displayName",
                "domain",
                "clientSecrets",
                "expiredClientSecrets",
                "certificateThumbprints",
                "consent",
                "permissions",
                "registration",
                "unknownAccounts",
                "accounts",
                "teams",
                "generate");
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        for (DataNode account : data.objects("accounts")) {
            Account read = AccountReader.whole(account);
            if (accounts.put(read.id(), read) != null) {
                throw account.bad("id", "appears twice", "each account once");
            }
        }
        Map<UUID, Team> teams = new LinkedHashMap<>();
        var entries = new TeamReader(now);
        for (DataNode team : data.objects("teams")) {
            Team read = entries.team(team, team.guid("id"));
            if (teams.put(read.id(), read) != null) {
                throw team.bad("id", "appears twice", "each team once");
            }
        }
        Tenant empty = changeable(Tenant.of(data.guid("id")), data);
        Tenant read =
                empty.withGenerated(population(data.object("generate")))
                        .withAccounts(accounts.values())
                        .withTeams(teams.values());
        for (Team team : teams.values()) {
            for (UUID member : team.members()) {
                if (!read.accounts().containsKey(member)) {
                    throw data.bad("teams", "have the member " + member, "the ids of the accounts");
                }
            }
        }
        return read;
    }

    /** The fields of a tenant that can be changed alone. */
    public Tenant changed(Tenant tenant, DataNode data) {
        data.only(
                "clientSecrets",
                "expiredClientSecrets",
                "certificateThumbprints",
                "consent",
                "permissions",
                "unknownAccounts",
                "displayName",
                "domain",
                "registration");
        return changeable(tenant, data);
    }

    /** An account; what the data leaves out stays as it was. */
    public Account changed(@Nullable Account before, UUID id, DataNode data) {
        return AccountReader.changed(before, id, data);
    }

    private static Tenant changeable(Tenant old, DataNode data) {
        Organization organization = old.organization();
        return old.withCredentials(credentials(data, old.credentials()))
                .withConsent(data.choice("consent", old.consent(), CONSENTS))
                .withPermissions(orElse(data.texts("permissions"), old.permissions()))
                .withUnknownAccounts(unknownAccounts(data, old.unknownAccounts()))
                .withOrganization(
                        new Organization(
                                orElse(data.text("displayName"), organization.displayName()),
                                orElse(data.text("domain"), organization.domain())))
                .withRegistration(registration(data.object("registration"), old.registration()));
    }

    private static Registration registration(@Nullable DataNode data, Registration old) {
        if (data == null) {
            return old;
        }
        data.only("permissions", "roleClaims", "redirectUris");
        return new Registration(
                orElse(data.texts("permissions"), old.permissions()),
                data.flag("roleClaims", old.roleClaims()),
                orElse(data.texts("redirectUris"), old.redirectUris()));
    }

    private static Population population(@Nullable DataNode data) {
        if (data == null) {
            return new Population(0, 0);
        }
        data.only("teams", "members");
        return new Population(
                orElse(data.number("teams", 0, Population.MOST), 0),
                orElse(data.number("members", 0, Population.MOST), 0));
    }

    private static Credentials credentials(DataNode data, Credentials old) {
        return new Credentials(
                orElse(data.texts("clientSecrets"), old.secrets()),
                orElse(data.texts("expiredClientSecrets"), old.expiredSecrets()),
                orElse(data.texts("certificateThumbprints"), old.thumbprints()));
    }

    private static Lookup unknownAccounts(DataNode data, Lookup fallback) {
        Map<String, Lookup> choices = Labels.of(Lookup.values());
        choices.values().remove(Lookup.FOUND);
        return data.choice("unknownAccounts", fallback, choices);
    }

    private static <T> T orElse(@Nullable T value, T fallback) {
        return Objects.requireNonNullElse(value, fallback);
    }
}

package org.teamsavailability.simulator.dataset;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads tenants from data files and control requests.
 *
 * @param now what {@code now} means there
 */
public record TenantReader(Instant now) {
    private static final String[] ACCOUNT = {
        "availability", "activity", "outOfOffice", "outOfOfficeMessage", "statusMessage", "lookup"
    };
    private static final Map<String, Lookup> LOOKUPS = Labels.of(Lookup.values());
    private static final Map<String, Consent> CONSENTS = Labels.of(Consent.values());

    /** A whole tenant. */
    public Tenant tenant(DataNode data) {
        data.only(
                "id",
                "clientSecrets",
                "expiredClientSecrets",
                "certificateThumbprints",
                "consent",
                "permissions",
                "unknownAccounts",
                "accounts",
                "teams");
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        for (DataNode account : data.objects("accounts")) {
            Account read = account(account.only(with("id", ACCOUNT)), account.guid("id"), null);
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
        Tenant tenant = Tenant.of(data.guid("id")).withCredentials(credentials(data));
        return new Tenant(
                tenant.id(),
                tenant.credentials(),
                consent(data, tenant.consent()),
                permissions(data, tenant.permissions()),
                unknownAccounts(data, tenant.unknownAccounts()),
                accounts,
                teams);
    }

    /** The fields of a tenant that can be changed alone. */
    public Tenant changed(Tenant tenant, DataNode data) {
        data.only("consent", "permissions", "unknownAccounts");
        return tenant.withConsent(consent(data, tenant.consent()))
                .withPermissions(permissions(data, tenant.permissions()))
                .withUnknownAccounts(unknownAccounts(data, tenant.unknownAccounts()));
    }

    /** An account; what the data leaves out stays as it was. */
    public Account changed(@Nullable Account before, UUID id, DataNode data) {
        return account(data.only(ACCOUNT), id, before);
    }

    private static Account account(DataNode data, UUID id, @Nullable Account before) {
        Account old = before == null ? Account.of(id, "Available", "Available") : before;
        String availability =
                Objects.requireNonNullElse(data.text("availability"), old.availability());
        String sameActivity = data.has("availability") ? availability : old.activity();
        return new Account(
                id,
                availability,
                Objects.requireNonNullElse(data.text("activity"), sameActivity),
                data.flag("outOfOffice", old.outOfOffice()),
                data.mentions("outOfOfficeMessage")
                        ? data.text("outOfOfficeMessage")
                        : old.outOfOfficeMessage(),
                data.mentions("statusMessage") ? data.text("statusMessage") : old.statusMessage(),
                data.choice("lookup", old.lookup(), LOOKUPS));
    }

    private static Credentials credentials(DataNode data) {
        return new Credentials(
                orNone(data.texts("clientSecrets")),
                orNone(data.texts("expiredClientSecrets")),
                orNone(data.texts("certificateThumbprints")));
    }

    private static Consent consent(DataNode data, Consent fallback) {
        return data.choice("consent", fallback, CONSENTS);
    }

    private static Set<String> permissions(DataNode data, Set<String> fallback) {
        return Objects.requireNonNullElse(data.texts("permissions"), fallback);
    }

    private static Lookup unknownAccounts(DataNode data, Lookup fallback) {
        Map<String, Lookup> choices = new LinkedHashMap<>(LOOKUPS);
        choices.values().remove(Lookup.FOUND);
        return data.choice("unknownAccounts", fallback, choices);
    }

    private static Set<String> orNone(@Nullable Set<String> texts) {
        return Objects.requireNonNullElse(texts, Set.of());
    }

    private static String[] with(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}

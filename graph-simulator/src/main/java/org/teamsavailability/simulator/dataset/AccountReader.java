package org.teamsavailability.simulator.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads accounts from data files and control requests. */
final class AccountReader {
    private static final List<String> FIELDS =
            List.of(
                    "availability",
                    "activity",
                    "outOfOffice",
                    "outOfOfficeMessage",
                    "statusMessage",
                    "lookup",
                    "userPrincipalName",
                    "mail",
                    "displayName",
                    "accountEnabled",
                    "userType",
                    "proxyAddresses",
                    "otherMails",
                    "roles");
    private static final Map<String, Lookup> LOOKUPS = Labels.of(Lookup.values());
    private static final Map<String, DirectoryRole> ROLES = Labels.of(DirectoryRole.values());
    private static final Map<String, String> USER_TYPES =
            new TreeMap<>(Map.of("Member", "Member", "Guest", "Guest"));

    private AccountReader() {}

    /** A whole account, with its id. */
    static Account whole(DataNode data) {
        String[] allowed = Stream.concat(Stream.of("id"), FIELDS.stream()).toArray(String[]::new);
        return read(data.only(allowed), data.guid("id"), null);
    }

    /** An account of this id; what the data leaves out stays as it was. */
    static Account changed(@Nullable Account before, UUID id, DataNode data) {
        return read(data.only(FIELDS.toArray(String[]::new)), id, before);
    }

    private static Account read(DataNode data, UUID id, @Nullable Account before) {
        Account old = before == null ? Account.of(id, "Available", "Available") : before;
        String availability =
                Objects.requireNonNullElse(data.text("availability"), old.availability());
        String sameActivity = data.has("availability") ? availability : old.activity();
        return new Account(
                id,
                availability,
                Objects.requireNonNullElse(data.text("activity"), sameActivity),
                data.flag("outOfOffice", old.outOfOffice()),
                text(data, "outOfOfficeMessage", old.outOfOfficeMessage()),
                text(data, "statusMessage", old.statusMessage()),
                data.choice("lookup", old.lookup(), LOOKUPS),
                profile(data, old.profile()));
    }

    private static Profile profile(DataNode data, Profile old) {
        Set<String> otherMails = data.texts("otherMails");
        return new Profile(
                text(data, "userPrincipalName", old.userPrincipalName()),
                text(data, "mail", old.mail()),
                text(data, "displayName", old.displayName()),
                data.flag("accountEnabled", old.accountEnabled()),
                data.choice("userType", old.userType(), USER_TYPES),
                data.mentions("proxyAddresses")
                        ? listed(data.texts("proxyAddresses"))
                        : old.proxyAddresses(),
                otherMails == null ? old.otherMails() : new ArrayList<>(otherMails),
                roles(data, old.roles()));
    }

    private static Set<DirectoryRole> roles(DataNode data, Set<DirectoryRole> old) {
        Set<String> labels = data.texts("roles");
        if (labels == null) {
            return old;
        }
        return labels.stream()
                .map(label -> {
                    DirectoryRole role = ROLES.get(label);
                    if (role == null) {
                        throw data.bad(
                                "roles", "has '" + label + "'", String.join(", ", ROLES.keySet()));
                    }
                    return role;
                })
                .collect(Collectors.toSet());
    }

    private static @Nullable List<String> listed(@Nullable Set<String> texts) {
        return texts == null ? null : new ArrayList<>(texts);
    }

    private static @Nullable String text(DataNode data, String field, @Nullable String old) {
        return data.mentions(field) ? data.text(field) : old;
    }
}

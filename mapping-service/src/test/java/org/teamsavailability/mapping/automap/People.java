package org.teamsavailability.mapping.automap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;

/** Technicians and accounts of the tests. */
final class People {

    private static final UUID TENANT = id("tenant");

    private People() {}

    /** The id of an account with this name. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Technician technician(String id, @Nullable String email) {
        return new Technician(id, "", email, true, false, null);
    }

    static Technician inactive(Technician it) {
        return new Technician(
                it.id(), it.displayName(), it.email(), false, it.ignored(), it.mapping());
    }

    static Technician ignored(Technician it) {
        return new Technician(
                it.id(), it.displayName(), it.email(), it.active(), true, it.mapping());
    }

    static Technician named(Technician it, String displayName) {
        return new Technician(
                it.id(), displayName, it.email(), it.active(), it.ignored(), it.mapping());
    }

    static Technician autoMapped(Technician it, Account to) {
        return mapped(it, MappingOrigin.AUTO_MAPPED, to);
    }

    static Technician manual(Technician it, Account to) {
        return mapped(it, MappingOrigin.MANUAL, to);
    }

    static Mapping mapping(
            MappingOrigin origin, UUID account, String userPrincipalName, AccountState state) {
        return new Mapping(TENANT, account, userPrincipalName, origin, state, 1, Instant.EPOCH);
    }

    private static Technician mapped(Technician it, MappingOrigin origin, Account to) {
        var mapping =
                mapping(origin, to.id(), String.valueOf(to.userPrincipalName()), AccountState.OK);
        return new Technician(
                it.id(), it.displayName(), it.email(), it.active(), it.ignored(), mapping);
    }

    /** An account with this sign-in name, and an id that goes with it. */
    static Account account(String signInName) {
        return new Account(
                id(signInName), signInName, null, null, true, false, List.of(), List.of());
    }

    static Account withMail(Account it, @Nullable String mail) {
        return new Account(
                it.id(),
                it.userPrincipalName(),
                mail,
                it.displayName(),
                it.enabled(),
                it.guest(),
                it.proxyAddresses(),
                it.otherMails());
    }

    static Account disabled(Account it) {
        return new Account(
                it.id(),
                it.userPrincipalName(),
                it.mail(),
                it.displayName(),
                false,
                it.guest(),
                it.proxyAddresses(),
                it.otherMails());
    }

    /** An account of which Microsoft does not say whether it is enabled. */
    static Account unread(Account it) {
        return new Account(
                it.id(),
                it.userPrincipalName(),
                it.mail(),
                it.displayName(),
                null,
                it.guest(),
                it.proxyAddresses(),
                it.otherMails());
    }

    static Account guest(Account it) {
        return new Account(
                it.id(),
                it.userPrincipalName(),
                it.mail(),
                it.displayName(),
                it.enabled(),
                true,
                it.proxyAddresses(),
                it.otherMails());
    }

    static Account known(
            Account it, String displayName, List<String> proxyAddresses, List<String> otherMails) {
        return new Account(
                it.id(),
                it.userPrincipalName(),
                it.mail(),
                displayName,
                it.enabled(),
                it.guest(),
                proxyAddresses,
                otherMails);
    }

    static Account nameless(String name) {
        return new Account(id(name), null, null, null, true, false, List.of(), List.of());
    }
}

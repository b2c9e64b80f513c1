package org.teamsavailability.mapping.automap;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.AddressForm;

/**
 * The accounts that a run has read, as far as they concern a technician; what is kept does not
 * depend on the order in which they come. Pages are given from several threads at once; what was
 * seen is asked for when all are in.
 */
final class SeenAccounts {

    /** So many accounts with one alias or name are kept: those with the lowest ids. */
    private static final int MOST_SUGGESTED = 20;

    private static final int OK = 200;

    private record Key(MatchKey tie, String text) {}

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<UUID> mapped = new HashSet<>();
    private final Map<Key, NavigableSet<UUID>> ties = new HashMap<>();
    private final Map<UUID, SeenAccount> accounts = new HashMap<>();
    private boolean anyAccount;
    private boolean anyUnread;

    /**
     * @param technicians whose addresses, names and mapped accounts are looked out for
     */
    SeenAccounts(Collection<Technician> technicians) {
        for (Technician technician : technicians) {
            var address = AddressForm.of(technician.email());
            if (address != null) {
                addresses.add(address);
            }
            var name = NormalForm.of(technician.displayName());
            if (name != null) {
                names.add(name);
            }
            if (technician.mapping() != null) {
                mapped.add(technician.mapping().microsoftUserId());
            }
        }
    }

    /**
     * Takes a page of members.
     *
     * @throws GraphException where accounts come without names, as they do without User.Read.All
     */
    synchronized void see(List<Account> page) {
        for (Account account : page) {
            var signInName = account.userPrincipalName();
            if (signInName == null) {
                throw new GraphException(
                        new GraphFailure.PermissionMissing(
                                OK, null, GraphPermission.USER_READ_ALL));
            }
            var sighting = SeenAccount.of(account, signInName);
            anyAccount = true;
            anyUnread |= sighting.enabled() == null;
            if (mapped.contains(account.id())) {
                keep(sighting);
            }
            tie(sighting, MatchKey.MAIL, AddressForm.of(account.mail()), addresses);
            tie(sighting, MatchKey.UPN, AddressForm.of(signInName), addresses);
            for (String alias : account.proxyAddresses()) {
                tie(sighting, MatchKey.ALIAS, AddressForm.of(alias), addresses);
            }
            for (String mail : account.otherMails()) {
                tie(sighting, MatchKey.OTHER_MAIL, AddressForm.of(mail), addresses);
            }
            tie(sighting, MatchKey.DISPLAY_NAME, NormalForm.of(account.displayName()), names);
        }
    }

    private void tie(
            SeenAccount sighting, MatchKey tie, @Nullable String form, Set<String> wanted) {
        if (form != null && wanted.contains(form)) {
            keep(sighting);
            var ids = ties.computeIfAbsent(new Key(tie, form), _ -> new TreeSet<>());
            ids.add(sighting.id());
            if (ids.size() > MOST_SUGGESTED && tie.compareTo(MatchKey.UPN) > 0) {
                ids.pollLast();
            }
        }
    }

    private void keep(SeenAccount sighting) {
        accounts.merge(sighting.id(), sighting, SeenAccount::and);
    }

    /** Whether no account was seen at all. */
    synchronized boolean isEmpty() {
        return !anyAccount;
    }

    /** Whether Microsoft did not say of an account whether it is enabled. */
    synchronized boolean hasUnreadAccounts() {
        return anyUnread;
    }

    /** Whether the technician's address was looked out for. */
    boolean cover(Technician technician) {
        var address = AddressForm.of(technician.email());
        return address == null || addresses.contains(address);
    }

    /** The accounts that have this in common with the technician, by id. */
    synchronized List<SeenAccount> by(MatchKey tie, Technician technician) {
        var text =
                tie == MatchKey.DISPLAY_NAME
                        ? NormalForm.of(technician.displayName())
                        : AddressForm.of(technician.email());
        if (text == null) {
            return List.of();
        }
        return ties.getOrDefault(new Key(tie, text), Collections.emptyNavigableSet()).stream()
                .map(accounts::get)
                .toList();
    }

    /**
     * How a mapped account was seen.
     *
     * @param all whether every account of the tenant was read: only then one can be gone
     * @return null where that cannot be said
     */
    synchronized @Nullable AccountState state(UUID account, boolean all) {
        var sighting = accounts.get(account);
        if (sighting != null) {
            return sighting.state();
        }
        return all && mapped.contains(account) ? AccountState.GONE : null;
    }
}

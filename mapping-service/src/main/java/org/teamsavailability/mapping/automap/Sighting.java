package org.teamsavailability.mapping.automap;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.teamsavailability.graph.directory.Account;

/** What is kept of an account that was read and may matter. */
record Sighting(UUID id, String userPrincipalName, boolean enabled, boolean guest) {

    static Sighting of(Account account, String userPrincipalName) {
        return new Sighting(account.id(), userPrincipalName, account.enabled(), account.guest());
    }

    /** The same account, read twice while it changed: it does not matter which came first. */
    Sighting and(Sighting other) {
        return new Sighting(
                id,
                userPrincipalName.compareTo(other.userPrincipalName) <= 0
                        ? userPrincipalName
                        : other.userPrincipalName,
                enabled && other.enabled,
                guest || other.guest);
    }

    AccountState state() {
        return enabled ? AccountState.OK : AccountState.DISABLED;
    }

    Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        if (guest) {
            flags.add(Flag.GUEST);
        }
        if (!enabled) {
            flags.add(Flag.DISABLED);
        }
        return flags;
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Sighting[" + id + "]";
    }
}

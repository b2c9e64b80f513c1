package org.teamsavailability.mapping.automap;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.technician.AccountState;

/**
 * What is kept of an account that was read and may matter.
 *
 * @param enabled null where Microsoft did not say: then the account was not really read
 */
record SeenAccount(UUID id, String userPrincipalName, @Nullable Boolean enabled, boolean guest) {

    static SeenAccount of(Account account, String userPrincipalName) {
        return new SeenAccount(account.id(), userPrincipalName, account.enabled(), account.guest());
    }

    /** The same account, read twice while it changed: it does not matter which came first. */
    SeenAccount and(SeenAccount other) {
        return new SeenAccount(
                id,
                userPrincipalName.compareTo(other.userPrincipalName) <= 0
                        ? userPrincipalName
                        : other.userPrincipalName,
                both(enabled, other.enabled),
                guest || other.guest);
    }

    /** Disabled once is disabled, and what is not known once is not known. */
    private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        if (one == null || other == null) {
            return null;
        }
        return true;
    }

    boolean isEnabled() {
        return Boolean.TRUE.equals(enabled);
    }

    boolean isDisabled() {
        return Boolean.FALSE.equals(enabled);
    }

    /** Null where it cannot be said. */
    @Nullable AccountState state() {
        if (enabled == null) {
            return null;
        }
        return enabled ? AccountState.OK : AccountState.DISABLED;
    }

    Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        if (guest) {
            flags.add(Flag.GUEST);
        }
        if (isDisabled()) {
            flags.add(Flag.DISABLED);
        }
        return flags;
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "SeenAccount[" + id + "]";
    }
}

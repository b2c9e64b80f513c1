package org.teamsavailability.mapping.automap;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a run found, each list by technician id. Who is ignored is in {@code ignored} alone. Who is
 * inactive is in none of the others, unless it is mapped by hand.
 *
 * @param cleared technicians who lost the account that an earlier run gave; why, is in {@code
 *     unmatched} or {@code conflicts}
 * @param heldBack technicians who would have been cleared, had it not been so many: they keep what
 *     they have until the number is confirmed
 * @param keptManual technicians who were mapped by hand
 * @param ignored technicians who never use Teams, as somebody said
 */
public record Review(
        List<Matched> matched,
        List<Unmatched> unmatched,
        List<Conflict> conflicts,
        List<String> cleared,
        List<String> heldBack,
        List<String> keptManual,
        List<String> ignored) {

    /** Nothing was found, as by a run that failed. */
    public static final Review EMPTY =
            new Review(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Review {
        matched = List.copyOf(matched);
        unmatched = List.copyOf(unmatched);
        conflicts = List.copyOf(conflicts);
        cleared = List.copyOf(cleared);
        heldBack = List.copyOf(heldBack);
        keptManual = List.copyOf(keptManual);
        ignored = List.copyOf(ignored);
    }

    /** The same, where these technicians keep what they have. */
    Review holdingBack(List<String> technicianIds) {
        return new Review(
                matched, unmatched, conflicts, cleared, technicianIds, keptManual, ignored);
    }

    /**
     * One technician, one account.
     *
     * @param by MAIL or UPN
     */
    public record Matched(
            String technicianId,
            UUID accountId,
            String userPrincipalName,
            MatchKey by,
            Set<Flag> flags) {
        public Matched {
            flags = Set.copyOf(flags);
        }

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "Matched[" + technicianId + " " + accountId + " by " + by + " " + flags + "]";
        }
    }

    /** Nobody of those read is the technician. */
    public record Unmatched(String technicianId, Why why, Set<Flag> flags) {
        public Unmatched {
            flags = Set.copyOf(flags);
        }
    }

    /** Why a technician has no match. */
    public enum Why {
        /** The PSA has no address. */
        NO_EMAIL,
        /** No account has the address as its mail or its sign-in name. */
        NO_ACCOUNT,
        /** Only accounts that nobody can sign in with have it. */
        ACCOUNT_DISABLED,
        /** Microsoft did not say of an account that has it whether it is enabled. */
        ACCOUNT_NOT_READ
    }

    /**
     * Technicians and accounts that do not go together one by one. Somebody who already has one of
     * the accounts is among the technicians.
     */
    public record Conflict(List<String> technicianIds, List<UUID> accountIds) {
        public Conflict {
            technicianIds = List.copyOf(technicianIds);
            accountIds = List.copyOf(accountIds);
        }
    }
}

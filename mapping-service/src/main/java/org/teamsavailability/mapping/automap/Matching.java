package org.teamsavailability.mapping.automap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.AddressForm;
import org.teamsavailability.mapping.technician.Mapping;

/**
 * The rules of the auto-map.
 *
 * <ol>
 *   <li>A technician matches an account where the address in the PSA equals the account's mail or
 *       sign-in name, see {@link AddressForm}; nothing else counts, and an empty address matches
 *       nothing.
 *   <li>Only enabled accounts match. A guest matches, and is flagged.
 *   <li>What was mapped by hand stays, and its account is nobody else's.
 *   <li>Where technicians and accounts do not go together one by one, nobody of them is mapped.
 *   <li>A run over named Teams adds and updates, and so does one that could not read everything. A
 *       run that read all Teams also clears what an earlier run mapped and this one does not.
 *   <li>Inactive technicians are not matched, and what they are mapped to stays.
 *   <li>Ignored technicians are not matched and hold no account against others, and what they are
 *       mapped to stays.
 *   <li>An account of which Microsoft does not say whether it is enabled was not read, and nothing
 *       is decided about a technician with its address.
 * </ol>
 */
final class Matching {

    private final List<Technician> technicians;
    private final SeenAccounts seen;
    private final boolean clears;
    private final Claims claims;
    private final TreeMap<String, Change> changes = new TreeMap<>();
    private final List<Review.Matched> matched = new ArrayList<>();
    private final List<Review.Unmatched> unmatched = new ArrayList<>();

    private Matching(List<Technician> technicians, SeenAccounts seen, boolean clears) {
        this.technicians = technicians;
        this.seen = seen;
        this.clears = clears;
        this.claims = new Claims(technicians, seen, clears);
    }

    /**
     * Decides for each technician.
     *
     * @param technicians all of the desk as they are now, none twice; who got another address since
     *     the accounts were looked at is left alone
     * @param clears whether every page of every Team of the tenant was read, so that who is not
     *     found is cleared
     */
    static Decision decide(List<Technician> technicians, SeenAccounts seen, boolean clears) {
        return new Matching(technicians, seen, clears).decide();
    }

    private Decision decide() {
        technicians.forEach(this::note);
        claims.decided().forEach(this::decide);
        var review =
                new Review(
                        matched,
                        unmatched,
                        claims.conflicts(),
                        cleared(),
                        List.of(),
                        ids(it -> it.isManual() && !it.ignored()),
                        ids(Technician::ignored));
        return new Decision(
                review,
                List.copyOf(changes.values()),
                new Suggestions(technicians, seen, review).all());
    }

    /** What is said of a mapped account in any case, unless the technician gets another. */
    private void note(Technician technician) {
        var mapping = technician.mapping();
        var state = mapping == null ? null : seen.state(mapping.microsoftUserId(), clears);
        if (mapping != null && state != null && state != mapping.accountState()) {
            changes.put(technician.id(), new Change.Note(technician.id(), state));
        }
    }

    private void decide(Technician technician) {
        var account = claims.match(technician);
        if (account != null) {
            match(technician, account);
            return;
        }
        if (claims.claimsNothing(technician)) {
            unmatched.add(unmatched(technician));
        }
        var mapping = technician.mapping();
        if (mapping != null && clears) {
            changes.put(
                    technician.id(), new Change.Clear(technician.id(), mapping.microsoftUserId()));
        }
    }

    private void match(Technician technician, SeenAccount account) {
        matched.add(
                new Review.Matched(
                        technician.id(),
                        account.id(),
                        account.userPrincipalName(),
                        claims.by(technician, account.id()),
                        account.flags()));
        if (!isSame(technician.mapping(), account)) {
            changes.put(
                    technician.id(),
                    new Change.Assign(technician.id(), account.id(), account.userPrincipalName()));
        }
    }

    private static boolean isSame(@Nullable Mapping mapping, SeenAccount account) {
        return mapping != null
                && mapping.microsoftUserId().equals(account.id())
                && mapping.userPrincipalName().equals(account.userPrincipalName());
    }

    private Review.Unmatched unmatched(Technician technician) {
        if (AddressForm.of(technician.email()) == null) {
            return new Review.Unmatched(technician.id(), Review.Why.NO_EMAIL, Set.of());
        }
        var flags = EnumSet.noneOf(Flag.class);
        Stream.of(MatchKey.MAIL, MatchKey.UPN)
                .flatMap(tie -> seen.by(tie, technician).stream())
                .forEach(account -> flags.addAll(account.flags()));
        return new Review.Unmatched(technician.id(), why(technician, flags), flags);
    }

    private Review.Why why(Technician technician, Set<Flag> flags) {
        if (claims.isUnread(technician)) {
            return Review.Why.ACCOUNT_NOT_READ;
        }
        return flags.contains(Flag.DISABLED) ? Review.Why.ACCOUNT_DISABLED : Review.Why.NO_ACCOUNT;
    }

    private List<String> cleared() {
        return ids(it -> changes.get(it.id()) instanceof Change.Clear);
    }

    private List<String> ids(java.util.function.Predicate<Technician> which) {
        return technicians.stream().filter(which).map(Technician::id).sorted().toList();
    }
}

package org.teamsavailability.mapping.automap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.ClaimGroups.Group;

/**
 * Who claims which account. A technician claims the enabled accounts that have their address as
 * mail or sign-in name; a technician who keeps an account that is claimed is part of the conflict:
 *
 * <ol>
 *   <li>who is mapped to it by hand, active or not, but not ignored; also where nobody claims it,
 *       but two active technicians are mapped to it by hand;
 *   <li>an active technician without a match of their own who is mapped to it by an earlier run,
 *       where this run does not clear.
 * </ol>
 */
final class Claims {

    private final SeenAccounts seen;
    private final Map<String, Technician> matchable = new TreeMap<>();
    private final ClaimGroups groups = new ClaimGroups();

    /**
     * @param clears whether the run clears what it does not find again
     */
    Claims(List<Technician> technicians, SeenAccounts seen, boolean clears) {
        this.seen = seen;
        for (Technician technician : technicians) {
            if (technician.isMatchable()) {
                matchable.put(technician.id(), technician);
                claimed(technician).forEach(it -> groups.claim(technician.id(), it.id()));
            }
        }
        sharedByHand(technicians);
        for (Technician technician : technicians) {
            if (technician.isManual() && !technician.ignored()) {
                hold(technician);
            }
        }
        while (somebodyElseHolds(clears)) {
            // a match that turned out to be held may itself keep what another one claims
        }
    }

    /** Active technicians who are mapped to one account by hand: only one of them has it. */
    private void sharedByHand(List<Technician> technicians) {
        var byHand = new HashMap<UUID, String>();
        for (Technician technician : technicians) {
            var mapping = technician.mapping();
            if (mapping != null
                    && technician.active()
                    && !technician.ignored()
                    && technician.isManual()) {
                var other = byHand.putIfAbsent(mapping.microsoftUserId(), technician.id());
                if (other != null) {
                    groups.claim(other, mapping.microsoftUserId());
                    groups.claim(technician.id(), mapping.microsoftUserId());
                }
            }
        }
    }

    /** Nothing, where one of the accounts was not read: it may be the right one. */
    private Stream<SeenAccount> claimed(Technician technician) {
        return isUnread(technician)
                ? Stream.empty()
                : sameAddress(technician).filter(SeenAccount::isEnabled).distinct();
    }

    private Stream<SeenAccount> sameAddress(Technician technician) {
        return Stream.of(MatchKey.MAIL, MatchKey.UPN)
                .flatMap(tie -> seen.by(tie, technician).stream());
    }

    /** Whether Microsoft did not say of an account with the address whether it is enabled. */
    boolean isUnread(Technician technician) {
        return sameAddress(technician).anyMatch(it -> it.enabled() == null);
    }

    private boolean somebodyElseHolds(boolean clears) {
        boolean found = false;
        for (Technician technician : matchable.values()) {
            boolean keeps = !clears || !seen.cover(technician);
            if (keeps && match(technician) == null) {
                found |= hold(technician);
            }
        }
        return found;
    }

    private boolean hold(Technician technician) {
        var mapping = technician.mapping();
        var group = mapping == null ? null : groups.of(mapping.microsoftUserId());
        if (mapping == null || group == null || group.technicians().contains(technician.id())) {
            return false;
        }
        groups.claim(technician.id(), mapping.microsoftUserId());
        return true;
    }

    /** Those who can be given an account and whose address was looked out for, by id. */
    Stream<Technician> decided() {
        return matchable.values().stream().filter(seen::cover);
    }

    /** The one account that only this technician claims; null where there is none. */
    @Nullable SeenAccount match(Technician technician) {
        var group = groups.of(technician.id());
        return group != null && group.isMatch() && matchable.containsKey(technician.id())
                ? claimed(technician).findFirst().orElse(null)
                : null;
    }

    /** What makes it a match: by mail where it is by both. */
    MatchKey by(Technician technician, UUID account) {
        return seen.by(MatchKey.MAIL, technician).stream().anyMatch(it -> it.id().equals(account))
                ? MatchKey.MAIL
                : MatchKey.UPN;
    }

    boolean claimsNothing(Technician technician) {
        return claimed(technician).findAny().isEmpty();
    }

    List<Review.Conflict> conflicts() {
        return groups.conflicts().map(Claims::conflict).toList();
    }

    private static Review.Conflict conflict(Group group) {
        return new Review.Conflict(List.copyOf(group.technicians()), List.copyOf(group.accounts()));
    }
}

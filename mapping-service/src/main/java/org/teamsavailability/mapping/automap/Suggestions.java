package org.teamsavailability.mapping.automap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Accounts that technicians without a match may have: those that know the address as an alias or
 * otherwise, or have the same display name. Nobody else has them, and people can sign in with them.
 */
final class Suggestions {

    private static final int MOST = 5;

    private final List<Technician> technicians;
    private final SeenAccounts seen;
    private final Review review;
    private final Set<UUID> taken = new HashSet<>();

    Suggestions(List<Technician> technicians, SeenAccounts seen, Review review) {
        this.technicians = technicians;
        this.seen = seen;
        this.review = review;
        var decided = new HashSet<>(review.cleared());
        for (Review.Matched match : review.matched()) {
            decided.add(match.technicianId());
            taken.add(match.accountId());
        }
        for (Technician technician : technicians) {
            var mapping = technician.mapping();
            boolean keeps = !technician.ignored() && (technician.isManual() || technician.active());
            if (mapping != null && keeps && !decided.contains(technician.id())) {
                taken.add(mapping.microsoftUserId());
            }
        }
    }

    /** By technician id; who has none is left out. */
    Map<String, List<Suggestion>> all() {
        var wanting = new HashSet<String>();
        review.unmatched().forEach(it -> wanting.add(it.technicianId()));
        var all = new LinkedHashMap<String, List<Suggestion>>();
        for (Technician technician : technicians) {
            var found = wanting.contains(technician.id()) ? of(technician) : List.<Suggestion>of();
            if (!found.isEmpty()) {
                all.put(technician.id(), found);
            }
        }
        return all;
    }

    private List<Suggestion> of(Technician technician) {
        var best = new LinkedHashMap<UUID, Suggestion>();
        Stream.of(MatchKey.ALIAS, MatchKey.OTHER_MAIL, MatchKey.DISPLAY_NAME)
                .forEach(tie ->
                        seen.by(tie, technician).stream()
                                .filter(it -> it.isEnabled() && !taken.contains(it.id()))
                                .forEach(it -> best.putIfAbsent(it.id(), suggestion(it, tie))));
        return best.values().stream().limit(MOST).toList();
    }

    private static Suggestion suggestion(SeenAccount account, MatchKey tie) {
        return new Suggestion(account.id(), account.userPrincipalName(), tie, account.flags());
    }
}

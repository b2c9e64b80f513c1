package org.teamsavailability.mapping.automap;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Technicians and accounts that claim each other, directly or through others. */
final class ClaimGroups {

    /** A group of one technician and one account is a match, a larger one a conflict. */
    record Group(SortedSet<String> technicians, SortedSet<UUID> accounts) {

        boolean isMatch() {
            return technicians.size() == 1 && accounts.size() == 1;
        }

        private int size() {
            return technicians.size() + accounts.size();
        }
    }

    private final Map<String, Group> ofTechnician = new TreeMap<>();
    private final Map<UUID, Group> ofAccount = new HashMap<>();

    void claim(String technician, UUID account) {
        var one = ofTechnician.get(technician);
        var other = ofAccount.get(account);
        var group = one == null ? other : one;
        if (one != null && other != null && !one.accounts().contains(account)) {
            group = merged(one, other);
        }
        if (group == null) {
            group = new Group(new TreeSet<>(), new TreeSet<>());
        }
        group.technicians().add(technician);
        group.accounts().add(account);
        ofTechnician.put(technician, group);
        ofAccount.put(account, group);
    }

    private Group merged(Group one, Group other) {
        var small = one.size() < other.size() ? one : other;
        var large = one.size() < other.size() ? other : one;
        large.technicians().addAll(small.technicians());
        large.accounts().addAll(small.accounts());
        small.technicians().forEach(it -> ofTechnician.put(it, large));
        small.accounts().forEach(it -> ofAccount.put(it, large));
        return large;
    }

    @Nullable Group of(String technician) {
        return ofTechnician.get(technician);
    }

    @Nullable Group of(UUID account) {
        return ofAccount.get(account);
    }

    /** Those that are no match, by their first technician. */
    Stream<Group> conflicts() {
        return ofTechnician.entrySet().stream()
                .filter(it -> it.getValue().technicians().first().equals(it.getKey()))
                .map(Map.Entry::getValue)
                .filter(group -> !group.isMatch());
    }
}

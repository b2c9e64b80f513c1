package org.teamsavailability.mapping.automap;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a run could not read.
 *
 * @param gaps empty where every page of every Team in the scope was read
 * @param unreadTeams the Teams that could not be read, by id
 */
public record Coverage(Set<Gap> gaps, List<UnreadTeam> unreadTeams) {

    /** Everything was read, or nothing yet. */
    public static final Coverage ALL = new Coverage(Set.of(), List.of());

    public Coverage {
        gaps = Set.copyOf(gaps);
        unreadTeams = List.copyOf(unreadTeams);
    }

    static Coverage of(TeamTally teams, SeenAccounts seen) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (teams.total() == 0) {
            gaps.add(Gap.NO_TEAM);
        } else if (seen.isEmpty()) {
            gaps.add(Gap.NO_ACCOUNT);
        }
        if (!teams.unread().isEmpty()) {
            gaps.add(Gap.TEAMS_NOT_READ);
        }
        if (seen.hasUnreadAccounts()) {
            gaps.add(Gap.ACCOUNTS_NOT_READ);
        }
        return new Coverage(gaps, teams.unread());
    }

    /** The same with the names of Teams. */
    Coverage naming(Map<UUID, String> names) {
        return new Coverage(
                gaps,
                unreadTeams.stream()
                        .map(it -> new UnreadTeam(it.teamId(), names.get(it.teamId()), it.reason()))
                        .toList());
    }

    /** Whether everything was read. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }
}

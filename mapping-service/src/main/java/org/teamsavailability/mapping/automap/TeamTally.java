package org.teamsavailability.mapping.automap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.directory.Team;

/**
 * Which Teams of a run were read and which could not be. A few that cannot be read do not stop the
 * run; it ends where Microsoft gives hardly any.
 */
final class TeamTally {

    /** More Teams than these, and more than were read, are taken for an outage. */
    private static final int MOST_OUTAGES = 20;

    private final int total;
    private final boolean named;
    private final List<UnreadTeam> unread = new ArrayList<>();
    private int read;
    private int outages;
    private @Nullable GraphFailure outage;
    private @Nullable GraphFailure forbidden;

    /**
     * @param named whether somebody named the Teams
     */
    TeamTally(int total, boolean named) {
        this.total = total;
        this.named = named;
    }

    /** How many Teams are in the scope of the run. */
    int total() {
        return total;
    }

    /** The Teams that could not be read, by id. */
    List<UnreadTeam> unread() {
        return unread.stream().sorted(Comparator.comparing(UnreadTeam::teamId)).toList();
    }

    /** A missing permission that a Team was refused for, once; it may be the Team's alone. */
    List<GraphFailure> refusals() {
        return forbidden == null ? List.of() : List.of(forbidden);
    }

    void read() {
        read++;
    }

    /**
     * Takes a Team that could not be read.
     *
     * @throws GraphException where it is not the Team's fault
     */
    void failed(Team team, GraphException refusal) {
        var reason = UnreadTeam.reason(refusal.failure());
        if (reason == null) {
            throw refusal;
        }
        var name = team.displayName();
        unread.add(new UnreadTeam(team.id(), name.isEmpty() ? null : name, reason));
        if (reason == UnreadTeam.Reason.FORBIDDEN && forbidden == null) {
            forbidden = refusal.failure();
        }
        if (reason.mayBeOutage()) {
            outages++;
            outage = outage == null ? refusal.failure() : outage;
            if (outages > MOST_OUTAGES && outages > read) {
                throw refusal;
            }
        }
    }

    /**
     * Ends the scan.
     *
     * @throws GraphException where no Team could be read, because Microsoft is unreachable
     * @throws RunFailedException where none of the named Teams exists
     */
    void end() {
        if (read > 0 || total == 0) {
            return;
        }
        if (outage != null) {
            throw new GraphException(outage);
        }
        if (named && unread.stream().allMatch(it -> it.reason() == UnreadTeam.Reason.NOT_FOUND)) {
            throw new RunFailedException(RunFailure.teamNotFound(unread().getFirst().teamId()));
        }
    }
}

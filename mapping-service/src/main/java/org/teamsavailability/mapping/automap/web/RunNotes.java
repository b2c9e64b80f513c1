package org.teamsavailability.mapping.automap.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.teamsavailability.mapping.automap.Gap;
import org.teamsavailability.mapping.automap.RunReport;
import org.teamsavailability.mapping.automap.RunScope;
import org.teamsavailability.mapping.automap.UnreadTeam;

/** What somebody should know of a run, in sentences. */
final class RunNotes {

    private RunNotes() {}

    static List<String> of(RunReport report) {
        var run = report.run();
        var notes = new ArrayList<String>();
        new TreeSet<>(run.coverage().gaps()).forEach(it -> notes.add(of(it)));
        if (!notes.isEmpty() && run.scope() == RunScope.FULL) {
            notes.add("The run did not read everything, so it removed no mapping.");
        }
        int heldBack = report.review().heldBack().size();
        if (heldBack > 0) {
            notes.add(
                    "The run would remove %d automatic mapping(s), which is all of them or more than a fifth, so it removed none. If that is right, run again with confirmClears %d."
                            .formatted(heldBack, heldBack));
        }
        return List.copyOf(notes);
    }

    private static String of(Gap gap) {
        return switch (gap) {
            case NO_TEAM -> "Microsoft listed no Team in this tenant.";
            case NO_ACCOUNT -> "No Team that was read has a user account among its members.";
            case TEAMS_NOT_READ -> "Some Teams could not be read: see unreadTeams.";
            case ACCOUNTS_NOT_READ ->
                    "Microsoft did not say of some accounts whether they are enabled, so they were"
                            + " not matched.";
        };
    }

    /** Why a Team could not be read, and what to do. */
    static String of(UnreadTeam.Reason reason) {
        return switch (reason) {
            case FORBIDDEN ->
                    "Microsoft refused to list the members. The membership of the Team may be"
                            + " hidden, or GroupMember.Read.All is missing, which GET"
                            + " /public-api/teams-availability/status shows.";
            case NOT_FOUND ->
                    "Microsoft knows no such Team any more. It may have been deleted a short time"
                            + " ago.";
            case UNREACHABLE ->
                    "Microsoft did not list the members, also when it was asked again. Run"
                            + " auto-map again later.";
            case UNREADABLE -> "Microsoft's answer could not be used. Run auto-map again later.";
        };
    }
}

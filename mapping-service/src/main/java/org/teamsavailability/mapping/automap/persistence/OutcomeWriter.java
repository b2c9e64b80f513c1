package org.teamsavailability.mapping.automap.persistence;

import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.teamsavailability.mapping.automap.Flag;
import org.teamsavailability.mapping.automap.Review;
import org.teamsavailability.mapping.automap.Review.Conflict;
import org.teamsavailability.mapping.database.tables.records.AutoMapOutcomeRecord;

/**
 * A review as rows, one for each technician: who was cleared or held back, or is mapped by hand,
 * may also be unmatched or in a conflict, which other columns say.
 */
final class OutcomeWriter {

    private final UUID run;
    private final String serviceDeskId;
    private final TreeMap<String, AutoMapOutcomeRecord> rows = new TreeMap<>();

    OutcomeWriter(UUID run, String serviceDeskId) {
        this.run = run;
        this.serviceDeskId = serviceDeskId;
    }

    Collection<AutoMapOutcomeRecord> records(Review review) {
        review.matched().forEach(this::matched);
        review.unmatched().forEach(this::unmatched);
        review.keptManual().forEach(it -> row(it, "KEPT_MANUAL"));
        review.ignored().forEach(it -> row(it, "IGNORED"));
        int number = 0;
        for (Conflict conflict : review.conflicts()) {
            number++;
            for (String technician : conflict.technicianIds()) {
                var row = row(technician, "CONFLICT");
                row.setConflict(number);
                row.setConflictUserIds(conflict.accountIds().toArray(UUID[]::new));
            }
        }
        review.cleared().forEach(it -> row(it, "CLEARED").setOutcome("CLEARED"));
        review.heldBack().forEach(it -> row(it, "HELD_BACK").setOutcome("HELD_BACK"));
        return rows.values();
    }

    private void matched(Review.Matched match) {
        var row = row(match.technicianId(), "MATCHED");
        row.setMatchedBy(match.by().name());
        row.setMicrosoftUserId(match.accountId());
        row.setUserPrincipalName(match.userPrincipalName());
        row.setFlags(names(match.flags()));
    }

    private void unmatched(Review.Unmatched technician) {
        var row = row(technician.technicianId(), "UNMATCHED");
        row.setWhy(technician.why().name());
        row.setFlags(names(technician.flags()));
    }

    private AutoMapOutcomeRecord row(String technician, String outcome) {
        return rows.computeIfAbsent(
                technician,
                _ -> {
                    var row = new AutoMapOutcomeRecord();
                    row.setRunId(run);
                    row.setServiceDeskId(serviceDeskId);
                    row.setTechnicianId(technician);
                    row.setOutcome(outcome);
                    row.setFlags(new String[0]);
                    row.setConflictUserIds(new UUID[0]);
                    return row;
                });
    }

    private static String[] names(Set<Flag> flags) {
        return flags.stream().map(Flag::name).sorted().toArray(String[]::new);
    }
}

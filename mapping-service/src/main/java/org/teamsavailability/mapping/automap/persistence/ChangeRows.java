package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_CHANGE;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.Change;
import org.teamsavailability.mapping.automap.Run;
import org.teamsavailability.mapping.automap.Technician;
import org.teamsavailability.mapping.database.tables.records.AutoMapChangeRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.Mapping;

/** What runs changed, with the mapping that was there before. */
final class ChangeRows {

    private ChangeRows() {}

    /** Notes the changes of a run, which have not been made yet. */
    static void insert(
            DeskTransaction transaction, Run run, List<Technician> before, List<Change> changes) {
        var mappings = new HashMap<String, @Nullable Mapping>();
        before.forEach(it -> mappings.put(it.id(), it.mapping()));
        var rows = new ArrayList<AutoMapChangeRecord>();
        for (Change change : changes) {
            var mapping = mappings.get(change.technicianId());
            switch (change) {
                case Change.Assign it ->
                        rows.add(
                                row(
                                        run,
                                        it,
                                        mapping,
                                        mapping == null ? 1L : mapping.version() + 1));
                case Change.Clear it -> rows.add(row(run, it, mapping, null));
                case Change.Note _ -> {}
            }
        }
        sql(transaction).batchInsert(rows).execute();
    }

    static List<AutoMapChangeRecord> of(DeskTransaction transaction, UUID run) {
        return List.copyOf(
                sql(transaction)
                        .selectFrom(AUTO_MAP_CHANGE)
                        .where(AUTO_MAP_CHANGE.RUN_ID.eq(run))
                        .orderBy(AUTO_MAP_CHANGE.TECHNICIAN_ID)
                        .fetch());
    }

    private static AutoMapChangeRecord row(
            Run run, Change change, @Nullable Mapping before, @Nullable Long leftVersion) {
        var row = new AutoMapChangeRecord();
        row.setRunId(run.id());
        row.setServiceDeskId(run.serviceDeskId());
        row.setTechnicianId(change.technicianId());
        row.setLeftVersion(leftVersion);
        if (before != null) {
            row.setMicrosoftTenantId(before.microsoftTenantId());
            row.setMicrosoftUserId(before.microsoftUserId());
            row.setUserPrincipalName(before.userPrincipalName());
            row.setAccountState(before.accountState().name());
        }
        return row;
    }
}

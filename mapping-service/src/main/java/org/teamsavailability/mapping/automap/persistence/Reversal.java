package org.teamsavailability.mapping.automap.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.automap.AutoMapRefusal;
import org.teamsavailability.mapping.automap.Run;
import org.teamsavailability.mapping.automap.RunState;
import org.teamsavailability.mapping.automap.Technician;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.database.tables.records.AutoMapChangeRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;

/** Undoes a run in one transaction, with the locks of {@link Conclusion} in the same order. */
final class Reversal {

    private final RunRows runs;
    private final ConnectionStore connections;
    private final Audit audit;

    Reversal(RunRows runs, ConnectionStore connections, Audit audit) {
        this.runs = runs;
        this.connections = connections;
        this.audit = audit;
    }

    /** Restores what the run changed, all of it or nothing; again, it does nothing. */
    void of(DeskTransaction transaction, Run run, String actor, Instant now) {
        if (run.undoneAt() != null) {
            return;
        }
        check(transaction, run);
        AutoMappingRows.lockTechnicians(transaction);
        AutoMappingRows.lockMappings(transaction);
        var changes = ChangeRows.of(transaction, run.id());
        var changed = changedSince(transaction, run, changes);
        if (!changed.isEmpty()) {
            throw new AutoMapRefusal.ChangedSince(run.id(), changed).exception();
        }
        new Restoration(transaction, now).restore(changes);
        runs.undone(transaction, run.id(), now);
        changes.forEach(it -> audit(transaction, run, actor, it));
        audit.record(
                transaction,
                actor,
                "auto-map.undone",
                null,
                Map.of("mappings", changes.size(), "runId", run.id().toString()));
    }

    private void check(DeskTransaction transaction, Run run) {
        var running = runs.running(transaction);
        if (running != null) {
            throw new AutoMapRefusal.Running(running).exception();
        }
        if (run.dryRun() || run.state() != RunState.DONE || run.microsoftTenantId() == null) {
            throw new AutoMapRefusal.NothingToUndo(run.id()).exception();
        }
        var last = runs.last(transaction);
        if (last != null && !last.equals(run.id())) {
            throw new AutoMapRefusal.NotTheLast(run.id(), last).exception();
        }
        var connection = connections.keep(transaction);
        if (connection == null || !run.microsoftTenantId().equals(connection.microsoftTenantId())) {
            throw new AutoMapRefusal.ChangedSince(run.id(), List.of()).exception();
        }
    }

    /** Those whose mapping is not as the run left it, or whose account somebody got since. */
    private static List<String> changedSince(
            DeskTransaction transaction, Run run, List<AutoMapChangeRecord> changes) {
        var now = new HashMap<String, Mapping>();
        for (Technician technician : AutoMappingRows.technicians(transaction)) {
            if (technician.mapping() != null) {
                now.put(technician.id(), technician.mapping());
            }
        }
        var finished = requireNonNull(run.finishedAt());
        var gone =
                now.entrySet().stream()
                        .filter(it -> it.getValue().updatedAt().isAfter(finished))
                        .map(it -> it.getValue().microsoftUserId())
                        .collect(Collectors.toSet());
        return changes.stream()
                .filter(it ->
                        !isAsLeft(it, now.get(it.getTechnicianId()), finished)
                                || gone.contains(it.getMicrosoftUserId()))
                .map(AutoMapChangeRecord::getTechnicianId)
                .toList();
    }

    private static boolean isAsLeft(
            AutoMapChangeRecord change, @Nullable Mapping now, Instant finished) {
        var version = change.getLeftVersion();
        if (version == null || now == null) {
            return version == null && now == null;
        }
        return now.version() == version
                && now.updatedAt().equals(finished)
                && now.origin() == MappingOrigin.AUTO_MAPPED;
    }

    private void audit(
            DeskTransaction transaction, Run run, String actor, AutoMapChangeRecord change) {
        UUID restored = change.getMicrosoftUserId();
        var details = new HashMap<String, Object>();
        details.put("runId", run.id().toString());
        if (restored != null) {
            details.put("microsoftUserId", restored.toString());
        }
        audit.record(
                transaction,
                actor,
                restored == null ? "mapping.removed" : "mapping.restored",
                change.getTechnicianId(),
                details);
    }
}

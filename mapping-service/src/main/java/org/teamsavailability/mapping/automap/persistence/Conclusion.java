package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Query;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.automap.Change;
import org.teamsavailability.mapping.automap.Coverage;
import org.teamsavailability.mapping.automap.Decision;
import org.teamsavailability.mapping.automap.DeskState;
import org.teamsavailability.mapping.automap.Run;
import org.teamsavailability.mapping.automap.RunFailedException;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.automap.Technician;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.desk.DeskTransaction;

/**
 * The end of a run, in one sql(transaction). Locks are taken in this order: run, connection,
 * technicians by id, mappings by technician id; after that nobody changes what is decided on.
 */
final class Conclusion {

    private static final int QUERIES_AT_ONCE = 500;

    private final RunRows runs;
    private final ConnectionStore connections;
    private final Audit audit;

    Conclusion(RunRows runs, ConnectionStore connections, Audit audit) {
        this.connections = connections;
        this.runs = runs;
        this.audit = audit;
    }

    Decision of(
            DeskTransaction transaction,
            Run run,
            MicrosoftTenant tenant,
            Coverage coverage,
            String actor,
            Function<List<Technician>, Decision> decide,
            Instant now) {
        transaction.lockDesk();
        if (!runs.finish(transaction, run.id(), tenant.id(), coverage, now)) {
            throw new RunFailedException(RunFailure.STOPPED);
        }
        var connection = connections.keep(transaction);
        if (connection == null || !tenant.equals(connection.grantedTenant())) {
            throw new RunFailedException(RunFailure.CONNECTION_CHANGED);
        }
        AutoMappingRows.lockTechnicians(transaction);
        AutoMappingRows.lockMappings(transaction);
        var technicians = AutoMappingRows.technicians(transaction);
        var decision = decide.apply(technicians);
        OutcomeRows.insert(transaction, run, decision.review());
        if (run.dryRun()) {
            runs.note(transaction, run.id(), DeskState.of(tenant, technicians));
        } else {
            ChangeRows.insert(transaction, run, technicians, decision.changes());
            change(transaction, run, tenant, decision.changes(), now);
            decision.changes().forEach(it -> audit(transaction, run, actor, it));
            auditHeldBack(transaction, run, actor, decision.review().heldBack().size());
        }
        return decision;
    }

    private static void change(
            DeskTransaction transaction,
            Run run,
            MicrosoftTenant tenant,
            List<Change> changes,
            Instant now) {
        for (int from = 0; from < changes.size(); from += QUERIES_AT_ONCE) {
            var some = changes.subList(from, Math.min(from + QUERIES_AT_ONCE, changes.size()));
            var queries = new ArrayList<Query>();
            for (Change change : some) {
                queries.add(
                        AutoMappingRows.query(
                                transaction, run.serviceDeskId(), tenant.id(), change, now));
            }
            sql(transaction).batch(queries).execute();
        }
    }

    /** So that somebody sees that a daily run waits. */
    private void auditHeldBack(DeskTransaction transaction, Run run, String actor, int mappings) {
        if (mappings > 0) {
            audit.record(
                    transaction,
                    actor,
                    "auto-map.held-back",
                    null,
                    Map.of("mappings", mappings, "runId", run.id().toString()));
        }
    }

    /** What is noted of an account is no change of the mapping. */
    private void audit(DeskTransaction transaction, Run run, String actor, Change change) {
        switch (change) {
            case Change.Assign it ->
                    audit(transaction, run, actor, "mapping.auto-mapped", it, it.accountId());
            case Change.Clear it ->
                    audit(transaction, run, actor, "mapping.cleared", it, it.accountId());
            case Change.Note _ -> {}
        }
    }

    private void audit(
            DeskTransaction transaction,
            Run run,
            String actor,
            String action,
            Change change,
            Object accountId) {
        audit.record(
                transaction,
                actor,
                action,
                change.technicianId(),
                Map.of("microsoftUserId", accountId.toString(), "runId", run.id().toString()));
    }
}

package org.teamsavailability.mapping.technician;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.technician.TechnicianRows.Written;

/** Takes technicians over from wherever the PSA's data comes, and erases them. */
public final class Technicians {

    private final PostgresDeskTransactions transactions;
    private final AuditRows audit;
    private final Clock clock;

    public Technicians(PostgresDeskTransactions transactions, AuditRows audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is this service desk. */
    public boolean deskExists(String serviceDeskId) {
        return transactions.in(serviceDeskId, TechnicianRows::deskExists);
    }

    /** Creates or updates all of them or none. Who is unchanged is not touched. */
    public Upserted upsert(String serviceDeskId, TechnicianBatch batch, String actor) {
        return transactions.retried(serviceDeskId, it -> upsert(it, serviceDeskId, batch, actor));
    }

    private Upserted upsert(
            DSLContext transaction, String serviceDeskId, TechnicianBatch batch, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var written = TechnicianRows.upsert(transaction, serviceDeskId, batch.technicians(), now);
        var created = ids(written, Written::created);
        var updated = ids(written, it -> !it.created());
        audit.recordAll(transaction, serviceDeskId, actor, "technician.created", created);
        audit.recordAll(transaction, serviceDeskId, actor, "technician.updated", updated);
        auditConflicts(transaction, serviceDeskId, actor, ids(written, Written::returned));
        return new Upserted(
                created.size(),
                updated.size(),
                batch.technicians().size() - created.size() - updated.size());
    }

    /** Who returns may find that somebody else has their account by now. */
    private void auditConflicts(
            DSLContext transaction, String serviceDeskId, String actor, List<String> returned) {
        if (!returned.isEmpty()) {
            audit.recordAll(
                    transaction,
                    serviceDeskId,
                    actor,
                    "mapping.conflict",
                    TechnicianRows.inConflict(transaction, returned));
        }
    }

    private static List<String> ids(List<Written> written, Predicate<Written> which) {
        return written.stream().filter(which).map(Written::technicianId).toList();
    }

    /**
     * Erases a technician: every row goes, and the audit keeps a keyed hash in place of the id.
     *
     * @return false where there is none
     */
    public boolean erase(String serviceDeskId, String technicianId, String actor) {
        return transactions.retried(
                serviceDeskId,
                transaction -> {
                    // first, so that a concurrent change of the same technician is done, or fails
                    boolean erased = TechnicianRows.delete(transaction, technicianId);
                    if (erased) {
                        audit.recordAll(
                                transaction,
                                serviceDeskId,
                                actor,
                                "technician.erased",
                                List.of(technicianId));
                        audit.forget(transaction, serviceDeskId, technicianId);
                    }
                    return erased;
                });
    }
}

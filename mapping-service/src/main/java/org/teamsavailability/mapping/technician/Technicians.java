package org.teamsavailability.mapping.technician;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.technician.TechnicianStore.Written;

/** Takes technicians over from wherever the PSA's data comes, and erases them. */
public final class Technicians {

    private final DeskTransactions transactions;
    private final ServiceDesks desks;
    private final TechnicianStore technicians;
    private final Audit audit;
    private final Clock clock;

    public Technicians(
            DeskTransactions transactions,
            ServiceDesks desks,
            TechnicianStore technicians,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.desks = desks;
        this.technicians = technicians;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is this service desk. */
    public boolean deskExists(String serviceDeskId) {
        return transactions.in(serviceDeskId, desks::exists);
    }

    /** Creates or updates all of them or none. Who is unchanged is not touched. */
    public Upserted upsert(String serviceDeskId, TechnicianBatch batch, String actor) {
        return transactions.retried(serviceDeskId, it -> upsert(it, batch, actor));
    }

    private Upserted upsert(DeskTransaction transaction, TechnicianBatch batch, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var written = technicians.upsert(transaction, batch.technicians(), now);
        var created = ids(written, Written::created);
        var updated = ids(written, it -> !it.created());
        audit.recordAll(transaction, actor, "technician.created", created);
        audit.recordAll(transaction, actor, "technician.updated", updated);
        auditConflicts(transaction, actor, ids(written, Written::returned));
        return new Upserted(
                created.size(),
                updated.size(),
                batch.technicians().size() - created.size() - updated.size());
    }

    /** Who returns may find that somebody else has their account by now. */
    private void auditConflicts(DeskTransaction transaction, String actor, List<String> returned) {
        if (!returned.isEmpty()) {
            audit.recordAll(
                    transaction,
                    actor,
                    "mapping.conflict",
                    technicians.inConflict(transaction, returned));
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
                    boolean erased = technicians.delete(transaction, technicianId);
                    if (erased) {
                        audit.recordAll(
                                transaction, actor, "technician.erased", List.of(technicianId));
                        audit.forget(transaction, technicianId);
                    }
                    return erased;
                });
    }
}

package org.teamsavailability.mapping.technician;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Technicians who never use Teams, as somebody said. The auto-map leaves them out, and their
 * mapping stays stored but is not published, so requests have them as not mapped. When that is
 * undone, the mapping is published again, unless somebody else has the account by then: that is a
 * conflict.
 */
public final class IgnoredTechnicians {

    private final DeskTransactions transactions;
    private final MappedTechnicianStore mapped;
    private final TechnicianStore technicians;
    private final Audit audit;
    private final Clock clock;

    public IgnoredTechnicians(
            DeskTransactions transactions,
            MappedTechnicianStore mapped,
            TechnicianStore technicians,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.mapped = mapped;
        this.technicians = technicians;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes whether the technician is ignored; audited where that changes.
     *
     * @return the technician as they are now
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     TechnicianRefusal.NotFound} or {@link TechnicianRefusal.NotAsExpected}
     */
    public MappedTechnician set(ManualMappings.Change change, boolean ignored) {
        return transactions.retried(change.serviceDeskId(), it -> set(it, change, ignored));
    }

    private MappedTechnician set(
            DeskTransaction transaction, ManualMappings.Change change, boolean ignored) {
        transaction.lockDesk();
        var id = change.technicianId();
        var before = change.checked(mapped.lock(transaction, id));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!technicians.setIgnored(transaction, id, ignored, now)) {
            return before;
        }
        audit.record(
                transaction,
                change.actor(),
                ignored ? "technician.ignored" : "technician.not-ignored",
                id,
                Map.of());
        if (!ignored) {
            audit.recordAll(
                    transaction,
                    change.actor(),
                    "mapping.conflict",
                    technicians.inConflict(transaction, List.of(id)));
        }
        return MappedTechnicians.required(mapped.find(transaction, id), id);
    }
}

package org.teamsavailability.mapping.technician;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.ConsentWatch;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;
import org.teamsavailability.mapping.web.Problem;

/**
 * Maps technicians by hand. Microsoft is asked outside of the transaction that writes, so what was
 * read before is read again in it.
 */
public final class ManualMappings {

    private final PostgresDeskTransactions transactions;
    private final TenantDirectory directory;
    private final ConsentWatch watch;
    private final AuditRows audit;
    private final Clock clock;

    public ManualMappings(
            PostgresDeskTransactions transactions,
            TenantDirectory directory,
            ConsentWatch watch,
            AuditRows audit,
            Clock clock) {
        this.transactions = transactions;
        this.directory = directory;
        this.watch = watch;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who changes the mapping of whom, and on which condition. */
    public record Change(
            String serviceDeskId,
            String technicianId,
            String actor,
            Predicate<MappedTechnician> expected) {}

    /**
     * Maps the technician to the account.
     *
     * @throws Problem where it cannot be done, saying why
     * @throws GraphException where Microsoft does not answer
     */
    public MappedTechnician set(Change change, NamedAccount account) throws InterruptedException {
        var tenant =
                transactions.in(
                        change.serviceDeskId(),
                        it -> {
                            expected(MappedTechnicianRows.find(it, change.technicianId()), change);
                            return ConnectedTenant.of(it);
                        });
        var mapping = lookedUp(change, account, tenant);
        return transactions.retried(change.serviceDeskId(), it -> set(it, change, tenant, mapping));
    }

    private Mapping lookedUp(Change change, NamedAccount account, MicrosoftTenant tenant)
            throws InterruptedException {
        try {
            return account.lookedUp(directory, tenant, now());
        } catch (GraphException e) {
            watch.refused(change.serviceDeskId(), e.failure());
            throw e;
        }
    }

    /** Removes the technician's mapping of any origin, where there is one. */
    public MappedTechnician remove(Change change) {
        return transactions.retried(
                change.serviceDeskId(),
                it -> {
                    var technician = locked(it, change);
                    var before = technician.mapping();
                    if (before == null) {
                        return technician;
                    }
                    unlessChanged(MappingRows.delete(it, change.technicianId(), before.version()));
                    record(it, change, change.technicianId(), "mapping.removed", Map.of());
                    return again(it, change);
                });
    }

    private MappedTechnician set(
            DSLContext transaction, Change change, MicrosoftTenant tenant, Mapping wanted) {
        var technician = locked(transaction, change);
        if (!ConnectedTenant.of(transaction).equals(tenant)) {
            throw MappingRefusals.changedMeanwhile();
        }
        var before = technician.mapping();
        if (before != null && before.saysTheSameAs(wanted)) {
            return technician;
        }
        takeFromOther(transaction, change, technician, wanted);
        unlessChanged(write(transaction, change, before, wanted));
        record(
                transaction,
                change,
                change.technicianId(),
                "mapping.set",
                Map.of("microsoftUserId", wanted.microsoftUserId().toString()));
        return again(transaction, change);
    }

    private static boolean write(
            DSLContext transaction, Change change, @Nullable Mapping before, Mapping wanted) {
        return before == null
                ? MappingRows.insert(
                        transaction, change.serviceDeskId(), change.technicianId(), wanted)
                : MappingRows.update(
                        transaction, change.technicianId(), wanted.after(before.version()));
    }

    /**
     * What a person decided stands against the auto-map, and not against another person. Who is
     * inactive takes nothing: they wait for the account.
     */
    private void takeFromOther(
            DSLContext transaction, Change change, MappedTechnician technician, Mapping wanted) {
        var other = MappingRows.other(transaction, change.technicianId(), wanted);
        if (other == null) {
            return;
        }
        switch (other.origin()) {
            case MANUAL -> throw MappingRefusals.accountTaken(wanted, other.technicianId());
            case AUTO_MAPPED -> {
                if (technician.technician().active()) {
                    take(transaction, change, other);
                }
            }
        }
    }

    private void take(DSLContext transaction, Change change, MappingRows.Holder other) {
        unlessChanged(MappingRows.delete(transaction, other.technicianId(), other.version()));
        // without the account, which is somebody else's now
        record(
                transaction,
                change,
                other.technicianId(),
                "mapping.removed",
                Map.of("because", "the account was mapped to somebody else by hand"));
    }

    private MappedTechnician locked(DSLContext transaction, Change change) {
        ServiceDeskRows.lock(transaction);
        return expected(MappedTechnicianRows.lock(transaction, change.technicianId()), change);
    }

    private static MappedTechnician again(DSLContext transaction, Change change) {
        return MappedTechnicians.required(
                MappedTechnicianRows.find(transaction, change.technicianId()),
                change.technicianId());
    }

    private static MappedTechnician expected(@Nullable MappedTechnician found, Change change) {
        var technician = MappedTechnicians.required(found, change.technicianId());
        if (!change.expected().test(technician)) {
            throw MappingRefusals.preconditionFailed(change.technicianId());
        }
        return technician;
    }

    private void record(
            DSLContext transaction,
            Change change,
            String technicianId,
            String action,
            Map<String, Object> details) {
        audit.record(
                transaction, change.serviceDeskId(), change.actor(), action, technicianId, details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void unlessChanged(boolean written) {
        if (!written) {
            throw MappingRefusals.changedMeanwhile();
        }
    }
}

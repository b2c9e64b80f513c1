package org.teamsavailability.mapping.technician;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.connection.ConsentWatch;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Maps technicians by hand. Microsoft is asked outside of the transaction that writes, so what was
 * read before is read again in it.
 */
public final class ManualMappings {

    private final DeskTransactions transactions;
    private final MappedTechnicianStore technicians;
    private final ConnectionStore connections;
    private final TenantDirectory directory;
    private final ConsentWatch watch;
    private final Clock clock;
    private final MappingWriter writer;

    public ManualMappings(
            DeskTransactions transactions,
            MappedTechnicianStore technicians,
            MappingStore mappings,
            ConnectionStore connections,
            TenantDirectory directory,
            ConsentWatch watch,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.technicians = technicians;
        this.connections = connections;
        this.directory = directory;
        this.watch = watch;
        this.clock = clock;
        this.writer = new MappingWriter(mappings, audit);
    }

    /** Who changes the mapping of whom, and on which condition. */
    public record Change(
            String serviceDeskId,
            String technicianId,
            String actor,
            Predicate<MappedTechnician> expected) {

        /** The technician who was found, if that is the one the caller expects. */
        MappedTechnician checked(@Nullable MappedTechnician found) {
            var technician = MappedTechnicians.required(found, technicianId);
            if (!expected.test(technician)) {
                throw new TechnicianRefusal.NotAsExpected(technicianId).exception();
            }
            return technician;
        }
    }

    /**
     * Maps the technician to the account.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException a {@link TechnicianRefusal}
     *     where it cannot be done
     * @throws GraphException where Microsoft does not answer
     */
    public MappedTechnician set(Change change, NamedAccount account) throws InterruptedException {
        var tenant =
                transactions.in(
                        change.serviceDeskId(),
                        it -> {
                            change.checked(technicians.find(it, change.technicianId()));
                            return ConnectedTenant.of(it, connections);
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
                    writer.remove(it, change.actor(), change.technicianId(), before);
                    return again(it, change);
                });
    }

    private MappedTechnician set(
            DeskTransaction transaction, Change change, MicrosoftTenant tenant, Mapping wanted) {
        var technician = locked(transaction, change);
        if (!ConnectedTenant.of(transaction, connections).equals(tenant)) {
            throw new TechnicianRefusal.ChangedMeanwhile().exception();
        }
        var before = technician.mapping();
        if (before != null && before.saysTheSameAs(wanted)) {
            return technician;
        }
        writer.set(transaction, change.actor(), technician, wanted, Map.of());
        return again(transaction, change);
    }

    private MappedTechnician locked(DeskTransaction transaction, Change change) {
        transaction.lockDesk();
        return change.checked(technicians.lock(transaction, change.technicianId()));
    }

    private MappedTechnician again(DeskTransaction transaction, Change change) {
        return MappedTechnicians.required(
                technicians.find(transaction, change.technicianId()), change.technicianId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

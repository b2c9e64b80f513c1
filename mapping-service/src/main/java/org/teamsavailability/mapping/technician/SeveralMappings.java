package org.teamsavailability.mapping.technician;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Maps several technicians by hand to accounts that Microsoft's directory showed before: all of
 * them or none. Nobody loses an account by it.
 */
public final class SeveralMappings {

    private final DeskTransactions transactions;
    private final MappedTechnicianStore technicians;
    private final ConnectionStore connections;
    private final MappingWriter writer;
    private final Clock clock;

    public SeveralMappings(
            DeskTransactions transactions,
            MappedTechnicianStore technicians,
            MappingStore mappings,
            ConnectionStore connections,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.technicians = technicians;
        this.connections = connections;
        this.writer = new MappingWriter(mappings, audit);
        this.clock = clock;
    }

    /**
     * Who is mapped to what.
     *
     * @param microsoftTenantId the tenant that showed the accounts
     * @param accounts by technician id
     * @param details what the audit says of each, next to the account
     */
    public record Wish(
            String serviceDeskId,
            UUID microsoftTenantId,
            Map<String, NamedAccount> accounts,
            String actor,
            Map<String, Object> details) {

        public Wish {
            accounts = Map.copyOf(accounts);
            details = Map.copyOf(details);
        }

        /** Leaves the accounts out. */
        @Override
        public String toString() {
            return "Wish[" + accounts.keySet() + "]";
        }
    }

    /**
     * Maps them.
     *
     * @return how many were mapped otherwise before
     * @throws org.teamsavailability.mapping.refusal.RefusedException a {@link TechnicianRefusal}
     *     where one of them cannot be mapped
     */
    public int set(Wish wish) {
        return transactions.retried(wish.serviceDeskId(), it -> set(it, wish));
    }

    private int set(DeskTransaction transaction, Wish wish) {
        transaction.lockDesk();
        var tenant = ConnectedTenant.of(transaction, connections);
        if (!tenant.id().equals(wish.microsoftTenantId())) {
            throw new TechnicianRefusal.ChangedMeanwhile().exception();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int changed = 0;
        for (var one : new TreeMap<>(wish.accounts()).entrySet()) {
            changed += set(transaction, wish, one.getKey(), mapping(wish, one.getValue(), now));
        }
        return changed;
    }

    private int set(DeskTransaction transaction, Wish wish, String technicianId, Mapping wanted) {
        var technician =
                MappedTechnicians.required(
                        technicians.lock(transaction, technicianId), technicianId);
        var before = technician.mapping();
        if (before != null && before.saysTheSameAs(wanted)) {
            return 0;
        }
        boolean isByHand = before != null && before.origin() == MappingOrigin.MANUAL;
        if (isByHand
                || !technician.technician().mayHaveAccount()
                || !writer.isFree(transaction, technicianId, wanted)) {
            throw new TechnicianRefusal.ChangedSince(technicianId).exception();
        }
        writer.set(transaction, wish.actor(), technician, wanted, wish.details());
        return 1;
    }

    private static Mapping mapping(Wish wish, NamedAccount account, Instant now) {
        return new Mapping(
                wish.microsoftTenantId(),
                account.microsoftUserId(),
                account.userPrincipalName(),
                MappingOrigin.MANUAL,
                AccountState.OK,
                1,
                now);
    }
}

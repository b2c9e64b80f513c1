package org.teamsavailability.mapping.outbox.persistence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;

/** Publishes again what has not changed, for a topic that was lost or is in doubt. */
public final class Republication {

    /** A desk takes this long at least, for reading it, however few technicians it has. */
    private static final Duration LEAST = Duration.ofMillis(10);

    private final DSLContext database;
    private final PostgresDeskTransactions transactions;
    private final AuditRows audit;

    public Republication(
            DSLContext database, PostgresDeskTransactions transactions, AuditRows audit) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Marks every technician of a desk, and its connection; the relay does the rest.
     *
     * @param actor who wants it, as the audit names them
     * @return how many technicians; empty where there is no such desk
     */
    public OptionalInt desk(String serviceDeskId, String actor) {
        return desk(serviceDeskId, actor, Duration.ZERO);
    }

    /**
     * The same for every desk, one after the other.
     *
     * @return how many desks
     */
    public int allDesks(String actor) {
        List<String> desks = ServiceDeskRows.all(database);
        var after = Duration.ZERO;
        for (String desk : desks) {
            int technicians = desk(desk, actor, after).orElse(0);
            after = after.plus(LEAST).plus(DeskEntryRows.PACE.multipliedBy(technicians));
        }
        return desks.size();
    }

    private OptionalInt desk(String serviceDeskId, String actor, Duration after) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    ServiceDeskRows.lock(transaction);
                    if (DeskEntryRows.markConnection(transaction, after) == 0) {
                        return OptionalInt.empty();
                    }
                    int technicians = DeskEntryRows.markTechnicians(transaction, after);
                    audit.record(
                            transaction,
                            serviceDeskId,
                            actor,
                            "desk.republished",
                            null,
                            Map.of("technicians", technicians));
                    return OptionalInt.of(technicians);
                });
    }
}

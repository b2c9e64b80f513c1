package org.teamsavailability.mapping.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;

/** Publishes again what has not changed, for a topic that was lost or is in doubt. */
public final class Republication {

    /** A desk takes this long at least, for reading it, however few technicians it has. */
    private static final Duration LEAST = Duration.ofMillis(10);

    private final DeskTransactions transactions;
    private final ServiceDesks desks;
    private final DeskEntries entries;
    private final Audit audit;

    public Republication(
            DeskTransactions transactions, ServiceDesks desks, DeskEntries entries, Audit audit) {
        this.transactions = transactions;
        this.desks = desks;
        this.entries = entries;
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
        List<String> all = desks.all();
        var after = Duration.ZERO;
        for (String desk : all) {
            int technicians = desk(desk, actor, after).orElse(0);
            after = after.plus(LEAST).plus(DeskEntries.PACE.multipliedBy(technicians));
        }
        return all.size();
    }

    private OptionalInt desk(String serviceDeskId, String actor, Duration after) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    transaction.lockDesk();
                    if (entries.markConnection(transaction, after) == 0) {
                        return OptionalInt.empty();
                    }
                    int technicians = entries.markTechnicians(transaction, after);
                    audit.record(
                            transaction,
                            actor,
                            "desk.republished",
                            null,
                            Map.of("technicians", technicians));
                    return OptionalInt.of(technicians);
                });
    }
}

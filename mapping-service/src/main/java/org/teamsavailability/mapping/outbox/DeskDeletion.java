package org.teamsavailability.mapping.outbox;

import java.time.Duration;
import java.util.OptionalInt;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;

/**
 * Deletes a desk, in one transaction and with all that is its own. What stays are marks of the keys
 * that the topics may hold; the relay finds nothing behind them and publishes tombstones.
 */
public final class DeskDeletion {

    private final DeskTransactions transactions;
    private final ServiceDesks desks;
    private final DeskEntries entries;

    public DeskDeletion(DeskTransactions transactions, ServiceDesks desks, DeskEntries entries) {
        this.desks = desks;
        this.entries = entries;
        this.transactions = transactions;
    }

    /**
     * Deletes it. Its keys are not taken from now on, its runs and consent pages end, and what
     * still wants to write to it is refused as with a desk that never was.
     *
     * @return how many technicians it had; empty where there is no such desk
     */
    public OptionalInt of(String serviceDeskId) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    if (!desks.lockToDelete(transaction)) {
                        return OptionalInt.empty();
                    }
                    // all of them, as a republish does: a topic may hold more than is known
                    entries.markConnection(transaction, Duration.ZERO);
                    int technicians = entries.markTechnicians(transaction, Duration.ZERO);
                    desks.delete(transaction);
                    return OptionalInt.of(technicians);
                });
    }
}

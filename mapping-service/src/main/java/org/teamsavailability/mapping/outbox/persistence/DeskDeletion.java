package org.teamsavailability.mapping.outbox.persistence;

import java.time.Duration;
import java.util.OptionalInt;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;

/**
 * Deletes a desk, in one transaction and with all that is its own. What stays are marks of the keys
 * that the topics may hold; the relay finds nothing behind them and publishes tombstones.
 */
public final class DeskDeletion {

    private final PostgresDeskTransactions transactions;

    public DeskDeletion(PostgresDeskTransactions transactions) {
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
                    if (!ServiceDeskRows.lockToDelete(transaction)) {
                        return OptionalInt.empty();
                    }
                    // all of them, as a republish does: a topic may hold more than is known
                    DeskEntryRows.markConnection(transaction, Duration.ZERO);
                    int technicians = DeskEntryRows.markTechnicians(transaction, Duration.ZERO);
                    ServiceDeskRows.delete(transaction);
                    return OptionalInt.of(technicians);
                });
    }
}

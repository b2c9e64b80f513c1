package org.teamsavailability.mapping.desk;

/**
 * A transaction that sees the rows of one service desk, open until the work that was given it ends.
 * The core passes it from one store to the next; only stores look into it.
 */
public interface DeskTransaction {

    /** The desk whose rows it sees and writes. */
    String serviceDeskId();

    /**
     * Lets one transaction at a time change who holds which account or which tenant is connected,
     * of the transaction's desk and until it ends. Taken before any other lock.
     */
    void lockDesk();
}

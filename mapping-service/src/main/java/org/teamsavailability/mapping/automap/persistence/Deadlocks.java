package org.teamsavailability.mapping.automap.persistence;

import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/** Repeats a transaction that PostgreSQL gave up for the sake of another one. */
final class Deadlocks {

    private static final int MOST_TRIES = 5;

    private Deadlocks() {}

    static <T> T retried(Supplier<T> transaction) {
        for (int tried = 1; tried < MOST_TRIES; tried++) {
            try {
                return transaction.get();
            } catch (DataAccessException e) {
                if (e.sqlStateClass() != SQLStateClass.C40_TRANSACTION_ROLLBACK) {
                    throw e;
                }
            }
        }
        return transaction.get();
    }
}

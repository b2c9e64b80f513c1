package org.teamsavailability.mapping.desk.persistence;

import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * The desk is set for the transaction alone, so a pooled connection carries nothing over; a query
 * outside of such a transaction sees no rows.
 */
public final class PostgresDeskTransactions implements DeskTransactions {

    private static final String SETTING = "teams_availability.service_desk";
    private static final int MOST_TRIES = 5;
    private static final int DEEPEST = 30;
    private static final String UNIQUE_VIOLATION = "23505";

    /** The index by which an account is of one technician. */
    private static final String ONE_TECHNICIAN = "mapping_published_account";

    private final DSLContext database;
    private final DeskBulkhead bulkhead;

    /** Without a limit, for a program that does one thing at a time. */
    public PostgresDeskTransactions(DSLContext database) {
        this(database, Integer.MAX_VALUE);
    }

    /**
     * @param mostOfDesk transactions of one desk that may be open, 1 or more; a transaction within
     *     a transaction of the same desk would count twice, and there is none
     */
    public PostgresDeskTransactions(DSLContext database, int mostOfDesk) {
        this.database = database;
        this.bulkhead = new DeskBulkhead(mostOfDesk);
    }

    @Override
    public <T extends @Nullable Object> T in(
            String serviceDeskId, Function<DeskTransaction, T> work) {
        return bulkhead.in(serviceDeskId, () -> transaction(serviceDeskId, work));
    }

    private <T extends @Nullable Object> T transaction(
            String serviceDeskId, Function<DeskTransaction, T> work) {
        return database.transactionResult(configuration -> {
            var transaction = DSL.using(configuration);
            transaction
                    .select(
                            DSL.function(
                                    "set_config",
                                    String.class,
                                    DSL.val(SETTING),
                                    DSL.val(serviceDeskId),
                                    DSL.inline(true)))
                    .fetch();
            return work.apply(new SqlTransaction(serviceDeskId, transaction));
        });
    }

    @Override
    public <T extends @Nullable Object> T retried(
            String serviceDeskId, Function<DeskTransaction, T> work) {
        for (int tried = 1; tried < MOST_TRIES; tried++) {
            try {
                return in(serviceDeskId, work);
            } catch (RuntimeException e) {
                if (!helpsToRepeat(e)) {
                    throw e;
                }
            }
        }
        return in(serviceDeskId, work);
    }

    /**
     * Class 40 is of transactions that were given up. Spring hides the state behind its own types.
     */
    private static boolean helpsToRepeat(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(it ->
                        String.valueOf(it.getSQLState()).startsWith("40")
                                || (UNIQUE_VIOLATION.equals(it.getSQLState())
                                        && String.valueOf(it.getMessage())
                                                .contains(ONE_TECHNICIAN)));
    }
}

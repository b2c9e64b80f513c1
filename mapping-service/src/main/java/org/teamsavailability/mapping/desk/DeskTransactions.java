package org.teamsavailability.mapping.desk;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that see the rows of one service desk. The desk is set for the transaction alone, so
 * a pooled connection carries nothing over; a query outside of such a transaction sees no rows.
 */
public final class DeskTransactions {

    private static final String SETTING = "teams_availability.service_desk";

    private final DSLContext database;

    public DeskTransactions(DSLContext database) {
        this.database = database;
    }

    /**
     * Does the work in one transaction and commits it; rolls it back where it throws.
     *
     * @param serviceDeskId the desk whose rows it sees and writes
     */
    public <T extends @Nullable Object> T in(String serviceDeskId, Function<DSLContext, T> work) {
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
            return work.apply(transaction);
        });
    }

    /** The same for work without a result. */
    public void run(String serviceDeskId, Consumer<DSLContext> work) {
        in(
                serviceDeskId,
                transaction -> {
                    work.accept(transaction);
                    return serviceDeskId;
                });
    }
}

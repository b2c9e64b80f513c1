package org.teamsavailability.mapping;

import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** Transactions of service desks, for tests that do statements of their own. */
public record SqlTransactions(DeskTransactions transactions) {

    public <T extends @Nullable Object> T in(String serviceDeskId, Function<DSLContext, T> work) {
        return transactions.in(serviceDeskId, it -> work.apply(sql(it)));
    }

    public void run(String serviceDeskId, Consumer<DSLContext> work) {
        transactions.run(serviceDeskId, it -> work.accept(sql(it)));
    }
}

package org.teamsavailability.mapping.desk;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions that see the rows of one service desk. A transaction has none within itself. */
public interface DeskTransactions {

    /**
     * Does the work in one transaction and commits it; rolls it back where it throws.
     *
     * @param serviceDeskId the desk whose rows it sees and writes
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link DeskRefusal.Busy} where
     *     other transactions of the desk take too long
     */
    <T extends @Nullable Object> T in(String serviceDeskId, Function<DeskTransaction, T> work);

    /**
     * The same, and again where the database gave it up for the sake of another one: in a deadlock,
     * or because somebody else got an account in the same moment.
     *
     * @param work may be done more than once
     */
    <T extends @Nullable Object> T retried(String serviceDeskId, Function<DeskTransaction, T> work);

    /** The same as {@link #in} for work without a result. */
    default void run(String serviceDeskId, Consumer<DeskTransaction> work) {
        in(
                serviceDeskId,
                transaction -> {
                    work.accept(transaction);
                    return serviceDeskId;
                });
    }
}

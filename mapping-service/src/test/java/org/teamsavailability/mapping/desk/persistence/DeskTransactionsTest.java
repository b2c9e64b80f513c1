package org.teamsavailability.mapping.desk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.SqlTransactions;
import org.teamsavailability.mapping.TestDatabase;

@Tag("slow")
class DeskTransactionsTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final SqlTransactions transactions = database.transactions();

    @BeforeEach
    void twoDesks() {
        for (String desk : new String[] {"northwind", "fabrikam"}) {
            database.createDesk(desk);
            transactions.run(desk, it -> technician(it, desk, "anna"));
        }
    }

    @Test
    void seesOnlyTheRowsOfItsDesk() {
        var desks = transactions.in("northwind", it -> it.fetchValues(TECHNICIAN.SERVICE_DESK_ID));

        assertThat(desks).containsExactly("northwind");
    }

    @Test
    void writesOnlyRowsOfItsDesk() {
        assertThatThrownBy(() ->
                        transactions.run("northwind", it -> technician(it, "fabrikam", "ben")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");

        int deleted = transactions.in("northwind", it -> it.deleteFrom(TECHNICIAN).execute());
        int left = transactions.in("fabrikam", it -> it.fetchCount(TECHNICIAN));

        assertThat(deleted).isEqualTo(1);
        assertThat(left).isEqualTo(1);
    }

    @Test
    void withoutADeskThereAreNoRows() {
        assertThat(database.asService().fetchCount(TECHNICIAN)).isZero();
        assertThat(database.asService().fetchCount(SERVICE_DESK)).isZero();
        assertThat(database.asService().fetchCount(MARK)).isZero();
    }

    @Test
    void makesADeskOnce() {
        boolean made = database.deskTransactions().in("northwind", database.desks()::create);

        assertThat(made).isFalse();
    }

    private static void technician(DSLContext transaction, String desk, String id) {
        transaction
                .insertInto(TECHNICIAN)
                .set(TECHNICIAN.SERVICE_DESK_ID, desk)
                .set(TECHNICIAN.TECHNICIAN_ID, id)
                .set(TECHNICIAN.DISPLAY_NAME, id)
                .set(TECHNICIAN.UPDATED_AT, Instant.now())
                .execute();
    }
}

package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.command.Operator;
import tools.jackson.databind.json.JsonMapper;

/** A customer leaves while somebody changes something of theirs, or ends the deletion. */
@Tag("slow")
class ConcurrentDeletionTest {

    @AutoClose private final TwoDesks desks = new TwoDesks();
    private final Operator operator = desks.operator;

    @Test
    void waitsForAChangeThatIsUnderWayAndTakesItBackToo() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> deleting =
                    desks.database
                            .transactions()
                            .in(
                                    "northwind",
                                    transaction -> {
                                        desks.northwind.map(
                                                transaction,
                                                "carla",
                                                "tenant of northwind",
                                                "carla");
                                        var other =
                                                threads.submit(
                                                        () -> operator.runs(TwoDesks.DELETE));
                                        await().until(() ->
                                                desks.somebodyWaits() || other.isDone());
                                        assertThat(other).isNotDone();
                                        return other;
                                    });
            desks.relay.runner().start();

            assertThat(deleting.get()).isZero();
        }
        assertThat(desks.publishedOf("northwind")).isEmpty();
        assertThat(desks.rowsOf("northwind").values()).containsOnly(0);
    }

    @Test
    void whoChangesATechnicianMeanwhileIsNotWaitedForInACircle() throws Exception {
        var audit = new AuditRows(Clock.systemUTC(), JsonMapper.shared());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> deleting =
                    desks.database
                            .deskTransactions()
                            .in(
                                    "northwind",
                                    transaction -> {
                                        sql(transaction)
                                                .execute("update technician set active = false");
                                        var other =
                                                threads.submit(
                                                        () -> operator.runs(TwoDesks.DELETE));
                                        await().until(() -> desks.somebodyWaits());
                                        audit.recordAll(
                                                transaction,
                                                "psa",
                                                "technician.updated",
                                                List.of("anna"));
                                        return other;
                                    });
            desks.relay.runner().start();

            assertThat(deleting.get()).isZero();
        }
        assertThat(desks.rowsOf("northwind").values()).containsOnly(0);
    }

    @Test
    void isWhollyThereWhereItWasCutOffInTheMiddle() throws Exception {
        var rows = desks.rowsOf("northwind");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> deleting =
                    desks.database
                            .transactions()
                            .in(
                                    "northwind",
                                    transaction -> {
                                        transaction.execute("update technician set email = null");
                                        var other =
                                                threads.submit(
                                                        () -> operator.runs(TwoDesks.DELETE));
                                        await().until(() -> desks.somebodyWaits());
                                        desks.owner.execute(
                                                "select pg_terminate_backend(pid) from"
                                                        + " pg_stat_activity where datname ="
                                                        + " current_database() and"
                                                        + " wait_event_type = 'Lock'");
                                        return other;
                                    });
            assertThat(deleting.get()).isEqualTo(1);
        }
        assertThat(desks.rowsOf("northwind")).isEqualTo(rows);

        desks.relay.runner().start();

        assertThat(operator.runs(TwoDesks.DELETE)).isZero();
        assertThat(desks.publishedOf("northwind")).isEmpty();
        assertThat(desks.rowsOf("northwind").values()).containsOnly(0);
    }
}

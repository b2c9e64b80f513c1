package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.persistence.ApiKeyRows;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.command.Operator;
import tools.jackson.databind.json.JsonMapper;

/** A customer leaves: on a real database and a real broker. */
@Tag("slow")
class DeletedDeskTest {

    @AutoClose private final TwoDesks desks = new TwoDesks();
    private final Operator operator = desks.operator;

    @Test
    void leavesNothingOnTheTopicsOrInTheTablesAndAnotherDeskUntouched() {
        var rows = desks.rowsOf("fabrikam");
        var published = desks.publishedOf("fabrikam");
        desks.relay.runner().start();

        int code = operator.runs(TwoDesks.DELETE);

        assertThat(operator.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(operator.out())
                .contains(
                        "\"northwind\" is deleted, with its 3 technicians",
                        "for its connection and its mappings are being published");
        assertThat(desks.publishedOf("northwind")).isEmpty();
        assertThat(desks.topics.read())
                .filteredOn(it -> it.value() == null)
                .extracting(TestTopics.Read::key)
                .contains("northwind", "northwind/anna", "northwind/ben", "northwind/carla");
        assertThat(desks.rowsOf("northwind").values()).containsOnly(0);
        assertThat(desks.rowsOf("fabrikam")).isEqualTo(rows);
        assertThat(desks.publishedOf("fabrikam")).isEqualTo(published).hasSize(3);
    }

    @Test
    void canBeGoneOnWithWhereItWasCutOffBeforeAnythingWasPublished() throws Exception {
        int cutOff = operator.runsImpatiently(TwoDesks.DELETE);

        assertThat(cutOff).isEqualTo(1);
        assertThat(operator.out()).contains("is deleted");
        assertThat(operator.err()).startsWith("Nobody publishes: none of 4 records went out");
        assertThat(desks.publishedOf("northwind")).hasSize(3);

        int again = runsUntilPublished("was deleted before");

        assertThat(operator.err()).isEmpty();
        assertThat(again).isZero();
        assertThat(operator.out())
                .contains(
                        "was deleted before",
                        "for its connection and its mappings are being published");
        assertThat(desks.publishedOf("northwind")).isEmpty();
        assertThat(desks.rowsOf("northwind").values()).containsOnly(0);

        assertThat(operator.runs(TwoDesks.DELETE)).isEqualTo(1);
        assertThat(operator.err()).startsWith("There is no service desk \"northwind\"");
    }

    @Test
    void itsKeysAreTakenNoMore() {
        var keys =
                new ApiKeys(
                        new ApiKeyRows(desks.database.asService()),
                        desks.database.deskTransactions(),
                        new AuditRows(Clock.systemUTC(), JsonMapper.shared()),
                        new SecureRandom(),
                        Clock.systemUTC());
        operator.runs("create-key --desk northwind --name x --scopes read".split(" "));
        var key = operator.out().strip();
        assertThat(keys.caller(key)).isNotNull();

        int _ = operator.runsImpatiently(TwoDesks.DELETE);

        assertThat(keys.caller(key)).isNull();
    }

    @Test
    void aNewDeskMayHaveTheIdEvenBeforeTheOldOneIsTakenBack() {
        int _ = operator.runsImpatiently(TwoDesks.DELETE);

        assertThat(operator.runs("create-desk", "--id", "northwind")).isZero();
        desks.northwind.connected("another tenant");
        desks.northwind.technician("anna");
        desks.northwind.mapped("anna", "another tenant", "another anna");
        desks.relay.publishAll();

        assertThat(desks.publishedOf("northwind")).containsOnlyKeys("northwind", "northwind/anna");
        assertThat(desks.topics.tables()).isEqualTo(ToBePublished.by(desks.database));
        assertThat(desks.rowsOf("northwind")).containsEntry("mark", 1);
    }

    @Test
    void publishesATombstoneWhenAnySqlDeletesTheRow() {
        desks.owner.execute("delete from service_desk where service_desk_id = 'northwind'");

        desks.relay.publishAll();

        assertThat(desks.publishedOf("northwind")).isEmpty();
        assertThat(desks.rowsOf("northwind").values()).containsOnly(0);
    }

    /** Nobody publishes before the command has said this. */
    private int runsUntilPublished(String said) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deleting = threads.submit(() -> operator.runs(TwoDesks.DELETE));
            await().until(() -> operator.out().contains(said));
            desks.relay.runner().start();
            return deleting.get();
        }
    }
}

package org.teamsavailability.mapping.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.command.Operator;
import tools.jackson.databind.json.JsonMapper;

/** A customer leaves: on a real database and a real broker. */
class DeletedDeskTest {

    private static final String[] DELETE = {
        "delete-desk", "--id", "northwind", "--confirm", "northwind"
    };

    /** A row in each table that holds something of a desk, beside those the story makes. */
    private static final String REST =
            """
            insert into consent_request (consent_request_id, service_desk_id, state_hash, step,
                cloud, requested_by, created_at, expires_at)
            values (gen_random_uuid(), {0}, sha256(convert_to({0}, 'UTF8')), 'CONSENT', 'GLOBAL',
                'key:1', now(), now() + interval '1 hour');
            insert into auto_map_run
                (run_id, service_desk_id, state, scope, dry_run, alive_until, started_at)
            values (md5({0})::uuid, {0}, 'RUNNING', 'FULL', false,
                now() + interval '1 minute', now());
            insert into auto_map_outcome (run_id, service_desk_id, technician_id, outcome)
            values (md5({0})::uuid, {0}, 'anna', 'MATCHED')
            """;

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext owner = DSL.using(database.owner(), SQLDialect.POSTGRES);
    private final TestTopics topics = new TestTopics();
    private final Operator operator = new Operator(database);
    private final DeskStory northwind = new DeskStory(database, "northwind");
    private final DeskStory fabrikam = new DeskStory(database, "fabrikam");

    @AutoClose private final RelayProcess relay = new RelayProcess(database, topics, Kill.never());

    @BeforeEach
    void twoDesksThatArePublished() {
        for (var desk : List.of(northwind, fabrikam)) {
            desk.connected("tenant of " + desk.id());
            for (var technician : List.of("anna", "ben", "carla")) {
                desk.technician(technician);
            }
            desk.mapped("anna", "tenant of " + desk.id(), "anna");
            desk.mapped("ben", "tenant of " + desk.id(), "ben");
            database.transactions().run(desk.id(), it -> it.execute(REST, DSL.val(desk.id())));
            assertThat(
                            operator.runs(
                                    "create-key --desk %s --name psa --scopes read"
                                            .formatted(desk.id())
                                            .split(" ")))
                    .isZero();
        }
        relay.publishAll();
        assertThat(topics.tables()).hasSize(6).isEqualTo(ToBePublished.by(database));
        assertThat(rowsOf("northwind")).hasSize(10).doesNotContainValue(0);
    }

    @Test
    void leavesNothingOnTheTopicsOrInTheTablesAndAnotherDeskUntouched() {
        var rows = rowsOf("fabrikam");
        var published = publishedOf("fabrikam");
        relay.runner().start();

        int code = operator.runs(DELETE);

        assertThat(operator.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(operator.out())
                .contains("\"northwind\" is deleted, with its 3 technicians", "hold nothing of it");
        assertThat(publishedOf("northwind")).isEmpty();
        assertThat(topics.read())
                .filteredOn(it -> it.value() == null)
                .extracting(TestTopics.Read::key)
                .contains("northwind", "northwind/anna", "northwind/ben", "northwind/carla");
        assertThat(rowsOf("northwind").values()).containsOnly(0);
        assertThat(rowsOf("fabrikam")).isEqualTo(rows);
        assertThat(publishedOf("fabrikam")).isEqualTo(published).hasSize(3);
    }

    @Test
    void canBeGoneOnWithWhereItWasCutOffBeforeAnythingWasPublished() throws Exception {
        int cutOff = operator.runsFor("100ms", DELETE);

        assertThat(cutOff).isEqualTo(1);
        assertThat(operator.out()).contains("is deleted");
        assertThat(operator.err()).startsWith("Nobody publishes: none of 4 records went out");
        assertThat(publishedOf("northwind")).hasSize(3);

        int again = runsUntilPublished("was deleted before");

        assertThat(operator.err()).isEmpty();
        assertThat(again).isZero();
        assertThat(operator.out()).contains("was deleted before", "hold nothing of it");
        assertThat(publishedOf("northwind")).isEmpty();
        assertThat(rowsOf("northwind").values()).containsOnly(0);

        assertThat(operator.runs(DELETE)).isEqualTo(1);
        assertThat(operator.err()).startsWith("There is no service desk \"northwind\"");
    }

    @Test
    void itsKeysAreTakenNoMore() {
        var keys =
                new ApiKeys(
                        database.asService(),
                        database.transactions(),
                        new Audit(Clock.systemUTC(), JsonMapper.shared()),
                        new SecureRandom(),
                        Clock.systemUTC());
        operator.runs("create-key --desk northwind --name x --scopes read".split(" "));
        var key = operator.out().strip();
        assertThat(keys.caller(key)).isNotNull();

        int _ = operator.runsFor("100ms", DELETE);

        assertThat(keys.caller(key)).isNull();
    }

    @Test
    void aNewDeskMayHaveTheIdEvenBeforeTheOldOneIsTakenBack() {
        int _ = operator.runsFor("100ms", DELETE);

        assertThat(operator.runs("create-desk", "--id", "northwind")).isZero();
        northwind.connected("another tenant");
        northwind.technician("anna");
        northwind.mapped("anna", "another tenant", "another anna");
        relay.publishAll();

        assertThat(publishedOf("northwind")).containsOnlyKeys("northwind", "northwind/anna");
        assertThat(topics.tables()).isEqualTo(ToBePublished.by(database));
        assertThat(rowsOf("northwind")).containsEntry("mark", 1);
    }

    @Test
    void waitsForAChangeThatIsUnderWayAndTakesItBackToo() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> deleting =
                    database.transactions()
                            .in(
                                    "northwind",
                                    transaction -> {
                                        northwind.map(
                                                transaction,
                                                "carla",
                                                "tenant of northwind",
                                                "carla");
                                        var other = threads.submit(() -> operator.runs(DELETE));
                                        await().until(() -> somebodyWaits() || other.isDone());
                                        assertThat(other).isNotDone();
                                        return other;
                                    });
            relay.runner().start();

            assertThat(deleting.get()).isZero();
        }
        assertThat(publishedOf("northwind")).isEmpty();
        assertThat(rowsOf("northwind").values()).containsOnly(0);
    }

    @Test
    void whoChangesATechnicianMeanwhileIsNotWaitedForInACircle() throws Exception {
        var audit = new Audit(Clock.systemUTC(), JsonMapper.shared());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> deleting =
                    database.transactions()
                            .in(
                                    "northwind",
                                    transaction -> {
                                        transaction.execute("update technician set active = false");
                                        var other = threads.submit(() -> operator.runs(DELETE));
                                        await().until(() -> somebodyWaits());
                                        audit.recordAll(
                                                transaction,
                                                "northwind",
                                                "psa",
                                                "technician.updated",
                                                List.of("anna"));
                                        return other;
                                    });
            relay.runner().start();

            assertThat(deleting.get()).isZero();
        }
        assertThat(rowsOf("northwind").values()).containsOnly(0);
    }

    @Test
    void isWhollyThereWhereItWasCutOffInTheMiddle() throws Exception {
        var rows = rowsOf("northwind");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> deleting =
                    database.transactions()
                            .in(
                                    "northwind",
                                    transaction -> {
                                        transaction.execute("update technician set email = null");
                                        var other = threads.submit(() -> operator.runs(DELETE));
                                        await().until(() -> somebodyWaits());
                                        owner.execute(
                                                "select pg_terminate_backend(pid) from"
                                                        + " pg_stat_activity where datname ="
                                                        + " current_database() and"
                                                        + " wait_event_type = 'Lock'");
                                        return other;
                                    });
            assertThat(deleting.get()).isEqualTo(1);
        }
        assertThat(rowsOf("northwind")).isEqualTo(rows);

        relay.runner().start();

        assertThat(operator.runs(DELETE)).isZero();
        assertThat(publishedOf("northwind")).isEmpty();
        assertThat(rowsOf("northwind").values()).containsOnly(0);
    }

    @Test
    void isTakenBackWhoeverDeletesTheRow() {
        owner.execute("delete from service_desk where service_desk_id = 'northwind'");

        relay.publishAll();

        assertThat(publishedOf("northwind")).isEmpty();
        assertThat(rowsOf("northwind").values()).containsOnly(0);
    }

    /** Nobody publishes before the command has said this. */
    private int runsUntilPublished(String said) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deleting = threads.submit(() -> operator.runs(DELETE));
            await().atMost(Duration.ofMinutes(1)).until(() -> operator.out().contains(said));
            relay.runner().start();
            return deleting.get();
        }
    }

    /** By table, all tables of the database. */
    private Map<String, Integer> rowsOf(String desk) {
        return owner
                .fetchValues(
                        "select table_name::text from information_schema.columns where table_schema"
                                + " = 'public' and column_name = 'service_desk_id'")
                .stream()
                .map(String::valueOf)
                .collect(
                        Collectors.toMap(
                                table -> table,
                                table ->
                                        owner.fetchCount(
                                                DSL.table(table),
                                                DSL.field("service_desk_id", String.class)
                                                        .eq(desk))));
    }

    private Map<String, SpecificRecord> publishedOf(String desk) {
        return topics.tables().entrySet().stream()
                .filter(it -> it.getKey().equals(desk) || it.getKey().startsWith(desk + "/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean somebodyWaits() {
        return owner.fetchCount(
                        DSL.table("pg_stat_activity"),
                        DSL.condition("datname = current_database() and wait_event_type = 'Lock'"))
                > 0;
    }
}

package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.command.Operator;

/** Two desks with everything a desk can have, published: on a real database and a real broker. */
final class TwoDesks implements AutoCloseable {

    /** Deletes one of them. */
    static final String[] DELETE = {"delete-desk", "--id", "northwind", "--confirm", "northwind"};

    /** A row in each table that holds something of a desk, in addition to those the story makes. */
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
            values (md5({0})::uuid, {0}, 'anna', 'MATCHED');
            insert into auto_map_change (run_id, service_desk_id, technician_id)
            values (md5({0})::uuid, {0}, 'anna');
            insert into http_request (service_desk_id, request_id, request_hash, partition_number,
                request_from, answer_from, deadline, created_at)
            values ({0}, 'request-1', sha256(convert_to({0}, 'UTF8')), 0, 0, 0, now(), now())
            """;

    private static final String REPEATABLE =
            """
            insert into api_key_request (service_desk_id, calling_key_id, key_hash, request_hash,
                salt, made_key_id, created_at)
            select {0}, api_key_id, key_hash, key_hash, key_hash, api_key_id, now() from api_key
            """;

    final TestDatabase database = new TestDatabase();
    final DSLContext owner = database.asOwner();
    final TestTopics topics = new TestTopics();
    final Operator operator = new Operator(database);
    final DeskStory northwind = new DeskStory(database, "northwind");
    final RelayProcess relay = new RelayProcess(database, topics, Kill.never());
    private final DeskStory fabrikam = new DeskStory(database, "fabrikam");

    TwoDesks() {
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
            database.transactions()
                    .run(desk.id(), it -> it.execute(REPEATABLE, DSL.val(desk.id())));
        }
        relay.publishAll();
        assertThat(topics.tables()).hasSize(6).isEqualTo(ToBePublished.by(database));
        assertThat(rowsOf("northwind")).hasSize(13).doesNotContainValue(0);
    }

    /** By table, all tables of the database. */
    Map<String, Integer> rowsOf(String desk) {
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

    Map<String, SpecificRecord> publishedOf(String desk) {
        return topics.tables().entrySet().stream()
                .filter(it -> it.getKey().equals(desk) || it.getKey().startsWith(desk + "/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** For a lock of the database. */
    boolean somebodyWaits() {
        return owner.fetchCount(
                        DSL.table("pg_stat_activity"),
                        DSL.condition("datname = current_database() and wait_event_type = 'Lock'"))
                > 0;
    }

    @Override
    public void close() {
        relay.close();
        operator.close();
        topics.close();
        database.close();
    }
}

package org.teamsavailability.mapping.technician.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jooq.ConnectionProvider;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.outbox.DeskDeletion;
import org.teamsavailability.mapping.outbox.persistence.DeskEntryRows;
import org.teamsavailability.mapping.technician.Technicians;
import org.teamsavailability.mapping.technician.persistence.TechnicianRows;
import org.teamsavailability.schemas.PsaTechnician;
import tools.jackson.databind.json.JsonMapper;

/** On one feed, because a group of two consumers takes seconds to come together. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PsaTechnicianListenerTest {

    private final AtomicBoolean databaseIsAway = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();

    @AutoClose private final TestDatabase database = new TestDatabase();

    private final Technicians technicians =
            new Technicians(
                    new PostgresDeskTransactions(
                            DSL.using(
                                    new Outages(
                                            database.asService()
                                                    .configuration()
                                                    .connectionProvider()),
                                    SQLDialect.POSTGRES)),
                    database.desks(),
                    new TechnicianRows(),
                    new AuditRows(Clock.systemUTC(), JsonMapper.shared()),
                    Clock.systemUTC());

    // after the database, so that it is closed before it
    @AutoClose private final PsaFeed feed = new PsaFeed(technicians);

    private String desk = "";

    @BeforeEach
    void aDesk() {
        desk = "desk-" + UUID.randomUUID();
        database.createDesk(desk);
    }

    @AfterEach
    void allIsWell() {
        databaseIsAway.set(false);
        StubDeserializer.REGISTRY_IS_AWAY.set(false);
        feed.forgetDeadLetters();
    }

    @Test
    void takesOverWhatThePsaPublishes() {
        send("anna", "Anna");
        send("ben", "Ben");
        send("anna", "Anna B");
        feed.send(key("ben"), null);
        feed.send(key("nobody"), null);
        send("last", "Last");

        awaitTechnician("last", "Last");

        assertThat(names()).isEqualTo(Map.of("anna", "Anna B", "last", "Last"));
        assertThat(actors()).containsOnly("psa");
        assertThat(feed.deadLetters()).isEmpty();
    }

    @Test
    void aDeletedDeskIsAsUnknownAsOneThatNeverWas() {
        send("anna", "Anna");
        awaitTechnician("anna", "Anna");

        assertThat(
                        new DeskDeletion(
                                        database.deskTransactions(),
                                        database.desks(),
                                        new DeskEntryRows())
                                .of(desk))
                .hasValue(1);
        send("anna", "Anna B");
        feed.send(key("ben"), null);

        await().untilAsserted(() -> assertThat(feed.deadLetters()).hasSize(2));
        assertThat(feed.deadLetters())
                .allSatisfy(it ->
                        assertThat(
                                        new String(
                                                it.headers()
                                                        .lastHeader("kafka_dlt-exception-message")
                                                        .value(),
                                                UTF_8))
                                .contains("no such service desk"));
        assertThat(names()).isEmpty();
    }

    @Test
    void copiesPoisonUnchangedAndContinues() {
        var poison =
                List.of(
                        poison(key("anna"), "no avro".getBytes(UTF_8), "wire format"),
                        poison(key("anna"), value("ben", "Ben"), "key is not the record's own"),
                        poison(key("anna"), value("anna", " "), "displayName is missing"),
                        poison("fabrikam/anna".getBytes(UTF_8), null, "no such service desk"),
                        poison(
                                "fabrikam/anna".getBytes(UTF_8),
                                value("fabrikam", "anna", "Anna"),
                                "no such service desk"),
                        poison("anna".getBytes(UTF_8), null, "key is not serviceDeskId"),
                        poison(
                                key("an\u200bna"),
                                value("an\u200bna", "Anna"),
                                "invisible character U+200B"),
                        poison(new byte[] {-1, '/', 'a'}, null, "not UTF-8"));

        var countedBefore = feed.deadLettersCounted();
        poison.forEach(it -> feed.send(it.record().key(), it.record().value()));
        send("anna", "Anna");
        awaitTechnician("anna", "Anna");
        await().untilAsserted(() -> assertThat(feed.deadLetters()).hasSize(poison.size()));

        assertThat(feed.deadLettersCounted() - countedBefore).isEqualTo(poison.size());
        for (var expected : poison) {
            assertThat(feed.deadLetters())
                    .anySatisfy(letter -> {
                        assertThat(letter.key()).isEqualTo(expected.record().key());
                        assertThat(letter.value()).isEqualTo(expected.record().value());
                        assertThat(header(letter, "trace")).isEqualTo(new byte[] {1, -2, 3});
                        assertThat(new String(header(letter, "kafka_dlt-exception-message"), UTF_8))
                                .contains(expected.reason());
                        assertThat(letter.headers().lastHeader("kafka_dlt-original-offset"))
                                .isNotNull();
                    });
        }
    }

    @Test
    void trimsIds() {
        feed.send(key(" anna\u00a0"), value("anna ", "Anna"));
        awaitTechnician("anna", "Anna");
        feed.send(key("anna "), null);
        send("last", "Last");

        awaitTechnician("last", "Last");

        await().untilAsserted(() -> assertThat(names()).isEqualTo(Map.of("last", "Last")));
        assertThat(feed.deadLetters()).isEmpty();
    }

    @Test
    void refusesARecordWithoutAKey() {
        var keyless = new ConsumerRecord<byte[], byte[]>("any", 0, 0, null, new byte[0]);

        try (var reader = PsaFeed.reader()) {
            assertThatThrownBy(() -> reader.read(keyless))
                    .isInstanceOf(PoisonRecordException.class)
                    .hasMessage("There is no key");
        }
    }

    @Test
    void tellsNoPersonalDataInHeaders() {
        feed.send(key("anna"), value("anna", "secretName\u0007"));

        await().until(() -> !feed.deadLetters().isEmpty());

        feed.deadLetters()
                .getFirst()
                .headers()
                .forEach(header ->
                        assertThat(new String(header.value(), UTF_8)).doesNotContain("secretName"));
    }

    @Test
    void waitsForTheDatabaseAndKeepsTheOrder() {
        databaseIsAway.set(true);
        send("anna", "Anna");
        send("anna", "Anna B");
        send("anna", "Anna C");
        var refusedBefore = refused.get();
        await().until(() -> refused.get() > refusedBefore + 3);

        databaseIsAway.set(false);
        awaitTechnician("anna", "Anna C");

        assertThat(actions())
                .containsExactly("technician.created", "technician.updated", "technician.updated");
        assertThat(feed.deadLetters()).isEmpty();
    }

    @Test
    void waitsForTheRegistry() {
        send("anna", "Anna");
        awaitTechnician("anna", "Anna");
        var refusedBefore = StubDeserializer.REFUSED.get();
        StubDeserializer.REGISTRY_IS_AWAY.set(true);
        send("anna", "Anna B");
        await().until(() -> StubDeserializer.REFUSED.get() > refusedBefore);
        feed.restart();
        assertThat(names()).containsEntry("anna", "Anna");

        StubDeserializer.REGISTRY_IS_AWAY.set(false);

        awaitTechnician("anna", "Anna B");
        assertThat(feed.deadLetters()).isEmpty();
    }

    private record Poison(ProducerRecord<byte[], byte[]> record, String reason) {}

    private static Poison poison(byte @Nullable [] key, byte @Nullable [] value, String reason) {
        return new Poison(new ProducerRecord<byte[], byte[]>("any", key, value), reason);
    }

    /** Gives no connection while the database is unavailable. */
    private final class Outages implements ConnectionProvider {

        private final ConnectionProvider connections;

        Outages(ConnectionProvider connections) {
            this.connections = connections;
        }

        @Override
        public @Nullable Connection acquire() {
            if (databaseIsAway.get()) {
                refused.incrementAndGet();
                throw new DataAccessException(
                        "away", new SQLException("connection refused", "08001"));
            }
            return connections.acquire();
        }

        @Override
        public void release(Connection connection) {
            connections.release(connection);
        }
    }

    private void send(String technicianId, String name) {
        feed.send(key(technicianId), value(technicianId, name));
    }

    private byte[] key(String technicianId) {
        return (desk + "/" + technicianId).getBytes(UTF_8);
    }

    private byte[] value(String technicianId, String name) {
        return value(desk, technicianId, name);
    }

    private static byte[] value(String desk, String technicianId, String name) {
        return new StubSerializer()
                .serialize("", new PsaTechnician(desk, technicianId, name, null, true));
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return letter.headers().lastHeader(name).value();
    }

    private void awaitTechnician(String technicianId, String name) {
        await().untilAsserted(() -> assertThat(names()).containsEntry(technicianId, name));
    }

    private Map<String, String> names() {
        return database.transactions()
                .in(
                        desk,
                        it ->
                                it.selectFrom(TECHNICIAN)
                                        .fetchMap(
                                                TECHNICIAN.TECHNICIAN_ID, TECHNICIAN.DISPLAY_NAME));
    }

    private List<String> actions() {
        return database.transactions()
                .in(
                        desk,
                        it ->
                                it.selectFrom(AUDIT_ENTRY)
                                        .orderBy(AUDIT_ENTRY.AUDIT_ENTRY_ID)
                                        .fetch(AUDIT_ENTRY.ACTION));
    }

    private List<String> actors() {
        return database.transactions()
                .in(desk, it -> it.selectFrom(AUDIT_ENTRY).fetch(AUDIT_ENTRY.ACTOR));
    }
}

package org.teamsavailability.mapping.connection.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.connection.messaging.FallbackTopic.bytes;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.FakeMicrosoft;
import org.teamsavailability.mapping.connection.MovableClock;
import org.teamsavailability.mapping.connection.persistence.ConnectionRows;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.service.settings.RegistrySettings;
import tools.jackson.databind.json.JsonMapper;

/** On one topic and one consumer; each test has a desk and a tenant. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostConsentsTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final FakeMicrosoft microsoft = new FakeMicrosoft();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String prefix = "t" + UUID.randomUUID() + ".";
    private final FallbackTopic topic =
            new FallbackTopic(TestServers.kafka(), Topics.FALLBACK_REASON.nameIn(prefix));
    private final LostConsentWiring wiring = new LostConsentWiring();

    @AutoClose
    private final RecordSerdes serdes =
            wiring.fallbackReasonSerdes(
                    new RegistrySettings(
                            "http://localhost:1",
                            StubFormat.class.getName(),
                            StubFormat.class.getName(),
                            Map.of(),
                            "",
                            "",
                            ""));

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container =
            wiring.fallbackReasons(
                    wiring.lostConsents(
                            serdes,
                            new ConnectionCheck(
                                    database.deskTransactions(),
                                    new ConnectionRows(),
                                    microsoft,
                                    new AuditRows(clock, new JsonMapper()),
                                    clock),
                            meters,
                            clock),
                    new KafkaSettings(TestServers.kafka(), prefix, "test", Map.of()),
                    meters,
                    true);

    private UUID tenant = UUID.randomUUID();
    private String desk = "";
    private int skippedBefore;

    /** It begins at the end of the topic: where that is, it notes when it has found out. */
    @BeforeAll
    void listen() throws Exception {
        topic.create();
        container.start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            var group = requireNonNull(container.getGroupId());
            await().until(() ->
                    !admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .isEmpty());
        }
    }

    @AfterAll
    void stop() {
        container.stop();
    }

    @BeforeEach
    void aConnectedDesk() {
        tenant = UUID.randomUUID();
        desk = "desk-" + tenant;
        skippedBefore = counted();
        microsoft.issuesAll(tenant);
        database.createDesk(desk, clock);
        database.transactions()
                .run(
                        desk,
                        it -> {
                            it.insertInto(CONNECTION)
                                    .set(CONNECTION.SERVICE_DESK_ID, desk)
                                    .set(CONNECTION.MICROSOFT_TENANT_ID, tenant)
                                    .set(CONNECTION.CLOUD, "GLOBAL")
                                    .set(CONNECTION.CONSENT, "GRANTED")
                                    .set(CONNECTION.UPDATED_AT, clock.instant())
                                    .execute();
                        });
    }

    @AfterEach
    void theRegistryIsThere() {
        StubFormat.registryIsDown = false;
    }

    @Test
    void triesAgainWhereKafkaDoesNotLetItIn() {
        assertThat(container.getContainerProperties().getAuthExceptionRetryInterval())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void noticesARevocation() {
        microsoft.fails(tenant, FakeMicrosoft.noConsent());

        topic.send(bytes(Reason.CONSENT_REVOKED, desk));

        await().until(() -> consent().equals("REVOKED"));
    }

    @Test
    void checksNobodyForWhatIsNotLost() {
        topic.send(bytes(Reason.TEAMS_THROTTLED, desk), new byte[] {7});

        await().until(() -> skipped() == 1);
        assertThat(microsoft.asked(tenant)).isZero();
    }

    @Test
    void checksADeskOnceAMinute() {
        topic.send(
                bytes(Reason.PERMISSION_MISSING, desk),
                bytes(Reason.CONSENT_REVOKED, desk),
                bytes(Reason.CONSENT_REVOKED, "nobody"),
                new byte[] {7});
        await().until(() -> skipped() == 1);
        int atFirst = microsoft.asked(tenant);
        clock.advance(Duration.ofMinutes(1));

        topic.send(bytes(Reason.CONSENT_REVOKED, desk));

        await().until(() -> microsoft.asked(tenant) == 2);
        assertThat(atFirst).isEqualTo(1);
    }

    @Test
    void skipsAndCountsWhatItCannotRead() {
        topic.send(
                new byte[0],
                new byte[] {0, 0, 0, 0, 1, 2, 3},
                bytes(Reason.CONSENT_REVOKED, "a/b\0"),
                bytes(Reason.CONSENT_REVOKED, desk));

        await().until(() -> microsoft.asked(tenant) == 1);
        assertThat(skipped()).isEqualTo(3);
    }

    @Test
    void waitsForTheRegistry() {
        var refusedBefore = StubFormat.REFUSED.get();
        StubFormat.registryIsDown = true;
        topic.send(bytes(Reason.CONSENT_REVOKED, desk));
        await().until(() -> StubFormat.REFUSED.get() > refusedBefore);

        StubFormat.registryIsDown = false;

        await().until(() -> microsoft.asked(tenant) == 1);
        assertThat(skipped()).isZero();
    }

    @Test
    void readsNothingOfATransactionThatWasAborted() {
        topic.sendAndAbort(bytes(Reason.CONSENT_REVOKED, desk));

        topic.send(new byte[] {7});

        await().until(() -> skipped() == 1);
        assertThat(microsoft.asked(tenant)).isZero();
    }

    private int skipped() {
        return counted() - skippedBefore;
    }

    private int counted() {
        return (int) meters.get("teams_availability.fallback_reasons.unreadable").counter().count();
    }

    private String consent() {
        return database.transactions()
                .in(desk, it -> it.selectFrom(CONNECTION).fetchSingle())
                .getConsent();
    }
}

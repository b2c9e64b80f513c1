package org.teamsavailability.mapping.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.availability.AskingInstance.Answer;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.servers.process.Ports;

/** What a call gets while a server that it needs is unavailable. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskingFaultsTest {

    private static final String ID = "r-1";
    private static final String BODY =
            """
            {"ticketId": "T-1", "mode": "AI", "candidates": [{"technicianId": "anna"}],
             "teamsAvailability": {"enabled": true, "rotaTeamIds": []}}
            """;

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final AskingTopics topics = new AskingTopics();

    /** It waits neither for the database nor for a lock for long. */
    @AutoClose
    private final AskingInstance instance =
            instance(
                    "spring.datasource.hikari.connection-timeout=500",
                    "spring.datasource.hikari.connection-init-sql="
                            + "set role teams_availability_service; set lock_timeout = '200ms'");

    private int tests;
    private String desk = "";
    private String key = "";

    private AskingInstance instance(String... settings) {
        return new AskingInstance(database, TestServers.kafka(), topics.prefix(), settings);
    }

    @BeforeEach
    void aDeskThatHasAsked() {
        topics.answerOnly(_ -> true);
        desk = "desk-" + ++tests;
        database.createDesk(desk);
        key = instance.key(desk, Scope.ASK);
        assertThat(ask(instance, "?wait=30", "before").status()).isEqualTo(200);
    }

    private Answer ask(AskingInstance at, String query, String id) {
        return at.ask(key, query, BODY, "Idempotency-Key", id);
    }

    private void nothingIsPublished() {
        assertThat(ask(instance, "?wait=30", "after").status()).isEqualTo(200);
        await().until(() -> !topics.recordsOf(desk, "after").isEmpty());
        assertThat(topics.recordsOf(desk, ID)).isEmpty();
        assertThat(instance.get(key, "/" + ID).status()).isEqualTo(404);
    }

    private void aRepeatIsPublishedOnce() {
        assertThat(ask(instance, "?wait=30", ID).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(topics.recordsOf(desk, ID)).hasSize(1));
    }

    private static void isRefused(Answer answer, String problem) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.retryAfter()).isEqualTo("5");
    }

    @Test
    void isRefusedWhileTheDatabaseIsUnavailable() {
        execute("alter database %s with allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'");

        var answer = ask(instance, "", ID);

        execute("alter database %s with allow_connections true");
        isRefused(answer, "database-unavailable");
        await().until(() -> instance.get(key, "/before").status() == 200);
        nothingIsPublished();
        aRepeatIsPublishedOnce();
    }

    @Test
    void isRefusedWhileItCannotBeStored() {
        var answer =
                database.asOwner()
                        .transactionResult(it -> {
                            it.dsl().execute("lock table http_request in exclusive mode");
                            return ask(instance, "", ID);
                        });

        isRefused(answer, "database-busy");
        nothingIsPublished();
        aRepeatIsPublishedOnce();
    }

    @Test
    void isRefusedWhileTheRegistryIsUnavailableAtTheFirstUse() {
        try (var withoutRegistry =
                instance(
                        "teams-availability.registry.url=http://localhost:" + Ports.anyFree().any(),
                        "teams-availability.registry.serializer="
                                + SerdeSettings.APICURIO_SERIALIZER,
                        "teams-availability.registry.deserializer="
                                + SerdeSettings.APICURIO_DESERIALIZER)) {
            isRefused(ask(withoutRegistry, "", ID), "event-stream-unavailable");
        }
        nothingIsPublished();
        aRepeatIsPublishedOnce();
    }

    @Test
    void isOpenAfterTheWaitWhileTheEnricherIsStopped() {
        topics.answerOnly(_ -> false);

        var open = ask(instance, "?wait=1", ID);

        assertThat(open.status()).isEqualTo(202);
        assertThat(open.body().path("state").asString()).isEqualTo("OPEN");
        await().untilAsserted(() -> assertThat(topics.recordsOf(desk, ID)).hasSize(1));
        topics.answerOnly(_ -> true);
        var late = instance.get(key, open.location() + "?wait=30");
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().path("late").booleanValue()).isTrue();
    }

    /** From another database, because the own one lets nobody in. */
    private void execute(String sql) {
        try (var connection = TestDatabase.server().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(database.name()));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

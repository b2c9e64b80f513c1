package org.teamsavailability.mapping.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.teamsavailability.mapping.SqlTransactions;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.outbox.RelayStatus.State;
import org.teamsavailability.mapping.settings.ApiSettings;
import org.teamsavailability.mapping.settings.AskingSettings;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.LimitSettings;
import org.teamsavailability.mapping.settings.PublishingSettings;
import org.teamsavailability.service.settings.RegistrySettings;
import org.teamsavailability.service.telemetry.TelemetryWiring;

/** The relay as a part of the running service. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = PublishingApplicationTest.Parts.class)
@DirtiesContext
class PublishingApplicationTest {

    /** What of the service takes part. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties({
        ApiSettings.class,
        AskingSettings.class,
        KafkaSettings.class,
        LimitSettings.class,
        PublishingSettings.class,
        RegistrySettings.class
    })
    @ComponentScan(
            basePackages = "org.teamsavailability.mapping",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.teamsavailability\\.mapping\\."
                                            + "(?!MappingWiring|access|audit|desk|web|outbox).*"))
    @Import(TelemetryWiring.class)
    static class Parts {}

    /** Not closed, because the application still has it then. */
    private static final TestDatabase DATABASE = new TestDatabase();

    @AutoClose private static final TestTopics TOPICS = new TestTopics();

    private static final String ROW_THAT_FAILS =
            """
            insert into consent_request
                (consent_request_id, service_desk_id, state_hash, step, cloud, requested_by,
                 created_at, expires_at)
            values (gen_random_uuid(), 'failing', '', 'CONSENT', 'GLOBAL',
                 'anna@' || 'x.example', now(), now())
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired private ApiKeys keys;
    @Autowired private HealthEndpoint health;
    @Autowired private HealthEndpointGroups groups;
    @Autowired private MeterRegistry meters;
    @Autowired private DSLContext database;
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.hikari.minimum-idle", () -> 1);
        registry.add("kafka.bootstrap-servers", () -> TestTopics.client().get("bootstrap.servers"));
        registry.add("kafka.topic-prefix", TOPICS::prefix);
        registry.add("teams-availability.registry.url", () -> "http://registry.invalid");
        registry.add("teams-availability.registry.serializer", StubAvroSerializer.class::getName);
        registry.add(
                "teams-availability.registry.deserializer", StubAvroDeserializer.class::getName);
        registry.add("management.server.port", () -> 0);
        // What is not among these parts is in no group.
        registry.add("management.endpoint.health.validate-group-membership", () -> false);
    }

    @Test
    void publishesAChange() {
        var desk = new DeskStory(DATABASE, "changed");

        desk.connected("tenant-1");

        await().untilAsserted(() -> assertThat(TOPICS.tables()).containsKey("changed"));
    }

    @Test
    void publishesTheCallersDeskAgainAndWritesItDown() throws Exception {
        var desk = new DeskStory(DATABASE, "again");
        desk.connected("tenant-2");
        await().untilAsserted(() -> assertThat(TOPICS.tables()).containsKey("again"));

        var before = timesPublished("again");

        int status = republish(key("again", Set.of(Scope.WRITE)));

        assertThat(status).isEqualTo(202);
        await().until(() -> timesPublished("again") > before);
        assertThat(
                        DATABASE.asOwner()
                                .fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq("desk.republished")))
                .isEqualTo(1);
    }

    @Test
    void needsAKeyThatMayWrite() throws Exception {
        var desk = new DeskStory(DATABASE, "reader");

        assertThat(republish(key(desk.id(), Set.of(Scope.READ)))).isEqualTo(403);
        assertThat(republish("ta_sk_" + "x".repeat(43))).isEqualTo(401);
    }

    @Test
    void saysHowItIsGettingOn() {
        await().untilAsserted(() ->
                assertThat(health.healthForPath("publicationRelay"))
                        .isInstanceOfSatisfying(
                                IndicatedHealthDescriptor.class,
                                it ->
                                        assertThat(it.getDetails())
                                                .containsEntry("state", State.PUBLISHING)));

        assertThat(requireNonNull(groups.get("readiness")).isMember("publicationRelay")).isFalse();
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains(
                        "teams.availability.publication.active",
                        "teams.availability.publication.failed",
                        "teams.availability.publication.lag",
                        "teams.availability.publication.marks",
                        "teams.availability.publication.published");
    }

    @Test
    void showsHealthAndMetricsOnTheManagementPortOnly() throws Exception {
        for (var path : List.of("health/liveness", "health/readiness", "prometheus")) {
            assertThat(get(managementPort, "/actuator/" + path).statusCode()).isEqualTo(200);
            assertThat(get(port, "/actuator/" + path).statusCode()).isEqualTo(404);
        }
        assertThat(get(managementPort, "/actuator/prometheus").body())
                .contains("teams_availability_publication_lag_seconds");
        assertThat(get(managementPort, "/actuator/env").statusCode()).isNotEqualTo(200);
    }

    @Test
    void isReadyWhereTheDatabaseIs() {
        assertThat(requireNonNull(groups.get("readiness")).isMember("db")).isTrue();
        assertThat(requireNonNull(groups.get("liveness")).isMember("db")).isFalse();
    }

    @Test
    void saysNothingOfARowInAnError() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        new SqlTransactions(new PostgresDeskTransactions(database))
                                .run("failing", it -> it.execute(ROW_THAT_FAILS)))
                .withMessageContaining("violates check constraint")
                .withMessageNotContaining("anna@x.example");
    }

    private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + at + path)).build(),
                BodyHandlers.ofString());
    }

    private static long timesPublished(String key) {
        return TOPICS.read().stream().filter(it -> it.key().equals(key)).count();
    }

    private String key(String desk, Set<Scope> scopes) {
        return keys.create(desk, "test", scopes, "operator").secret().reveal();
    }

    private int republish(String key) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/public-api/teams-availability/republish"
                                                .formatted(port)))
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.noBody())
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}

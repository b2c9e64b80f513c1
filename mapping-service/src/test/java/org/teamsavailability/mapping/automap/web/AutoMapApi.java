package org.teamsavailability.mapping.automap.web;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.automap.FakeTenant;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.settings.ApiSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes of the auto-map over real HTTP, with real security and a tenant in memory. */
final class AutoMapApi implements AutoCloseable {

    private final TestDatabase database = new TestDatabase();
    private final ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Parts.class)
                    .run(
                            "--server.port=0",
                            "--management.server.port=-1",
                            "--management.endpoint.health.validate-group-membership=false",
                            "--spring.datasource.url=" + database.url());
    private final HttpClient http = HttpClient.newHttpClient();

    /** What of the service takes part. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties(ApiSettings.class)
    @ComponentScan({
        "org.teamsavailability.mapping.access",
        "org.teamsavailability.mapping.automap",
        "org.teamsavailability.mapping.web"
    })
    static class Parts {

        @Bean
        FakeTenant directory() {
            return new FakeTenant();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DeskTransactions deskTransactions(DSLContext database) {
            return new DeskTransactions(database);
        }

        @Bean
        Audit audit(Clock clock, JsonMapper json) {
            return new Audit(clock, json);
        }

        @Bean
        ApiKeys apiKeys(
                DSLContext database, DeskTransactions transactions, Audit audit, Clock clock) {
            return new ApiKeys(database, transactions, audit, new SecureRandom(), clock);
        }
    }

    /** An answer. */
    record Answer(int status, JsonNode body, @Nullable String location) {}

    FakeTenant tenant() {
        return context.getBean(FakeTenant.class);
    }

    /** A new desk's key. */
    String desk(String id, Scope... scopes) {
        return database.transactions()
                .in(
                        id,
                        it -> {
                            new ServiceDesks(new SecureRandom(), Clock.systemUTC()).create(it, id);
                            return context.getBean(ApiKeys.class)
                                    .create(it, id, "test", Set.of(scopes), "operator")
                                    .secret()
                                    .reveal();
                        });
    }

    void connect(String desk) {
        database.transactions()
                .run(
                        desk,
                        it ->
                                it.insertInto(CONNECTION)
                                        .set(CONNECTION.SERVICE_DESK_ID, desk)
                                        .set(CONNECTION.MICROSOFT_TENANT_ID, UUID.randomUUID())
                                        .set(CONNECTION.CLOUD, "GLOBAL")
                                        .set(CONNECTION.CONSENT, "GRANTED")
                                        .set(CONNECTION.UPDATED_AT, Instant.now())
                                        .execute());
    }

    void technician(String desk, String id, @Nullable String email) {
        database.transactions()
                .run(
                        desk,
                        it ->
                                it.insertInto(TECHNICIAN)
                                        .set(TECHNICIAN.SERVICE_DESK_ID, desk)
                                        .set(TECHNICIAN.TECHNICIAN_ID, id)
                                        .set(TECHNICIAN.DISPLAY_NAME, id)
                                        .set(TECHNICIAN.EMAIL, email)
                                        .set(TECHNICIAN.UPDATED_AT, Instant.now())
                                        .execute());
    }

    Answer get(String key, String path) {
        return send("GET", key, path, null);
    }

    Answer post(String key, String path, @Nullable String body) {
        return send("POST", key, path, body);
    }

    Answer put(String key, String path, String body) {
        return send("PUT", key, path, body);
    }

    private Answer send(String method, String key, String path, @Nullable String body) {
        var port = context.getEnvironment().getProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/public-api/teams-availability"
                                                + path))
                        .header("Authorization", "Bearer " + key)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return answer(request.build());
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JsonMapper.shared().readTree(response.body()),
                    response.headers().firstValue("Location").orElse(null));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the service as its operator does. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
        database.close();
        http.close();
    }
}

package org.teamsavailability.mapping;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.connection.ConsentWatch;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.settings.ApiSettings;
import org.teamsavailability.mapping.settings.AskingSettings;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.LimitSettings;
import org.teamsavailability.service.settings.DecisionSettings;
import org.teamsavailability.service.settings.RegistrySettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of technicians, mappings, auto-map and audit over real HTTP, with its real security and
 * database, and a directory in memory in Microsoft's place. Kafka is not used.
 */
public final class TestApi implements AutoCloseable {

    private final TestDatabase database = new TestDatabase();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    /** What of the service takes part. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties({
        ApiSettings.class,
        DecisionSettings.class,
        AskingSettings.class,
        KafkaSettings.class,
        LimitSettings.class,
        RegistrySettings.class
    })
    @ComponentScan({
        "org.teamsavailability.mapping.access",
        "org.teamsavailability.mapping.audit",
        "org.teamsavailability.mapping.automap",
        "org.teamsavailability.mapping.connection.persistence",
        "org.teamsavailability.mapping.desk",
        "org.teamsavailability.mapping.instruction",
        "org.teamsavailability.mapping.profile",
        "org.teamsavailability.mapping.server",
        "org.teamsavailability.mapping.technician",
        "org.teamsavailability.mapping.web"
    })
    @Import(MappingWiring.class)
    static class Parts {

        @Bean
        @Primary
        TenantDirectory fakeDirectory() {
            return new FakeDirectory();
        }

        /** What happens to the connection is tested with the whole service. */
        @Bean
        ConsentWatch noWatch() {
            return (_, _) -> {};
        }
    }

    /** An answer. */
    public record Answer(int status, JsonNode body, HttpResponse<?> response) {

        /** A header; null where there is none. */
        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** Starts it. */
    public TestApi() {
        this(Map.of());
    }

    /** Starts it with these settings too. */
    public TestApi(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("management.server.port", "-1");
        all.put("management.endpoint.health.validate-group-membership", "false");
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.hikari.minimum-idle", "1");
        all.put("teams-availability.api.requests-per-minute", "1000000");
        all.put("teams-availability.psa-technicians.enabled", "false");
        all.put("teams-availability.decision.imminent-window", "90m");
        all.putAll(settings);
        context =
                new SpringApplicationBuilder(Parts.class)
                        .run(
                                all.entrySet().stream()
                                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                                        .toArray(String[]::new));
    }

    public int port() {
        return Integer.parseInt(
                requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public TestDatabase database() {
        return database;
    }

    public FakeDirectory directory() {
        return context.getBean(FakeDirectory.class);
    }

    /** Stops the service as its operator does. */
    public void stop() {
        context.close();
    }

    /** Makes a desk where it does not exist, and a key of it. */
    public Desk desk(String id, Scope... scopes) {
        var key =
                database.deskTransactions()
                        .in(
                                id,
                                it -> {
                                    context.getBean(ServiceDesks.class).create(it);
                                    return context.getBean(ApiKeys.class)
                                            .create(it, "test", Set.of(scopes), "operator")
                                            .secret()
                                            .reveal();
                                });
        return new Desk(id, key);
    }

    /** A desk, as it is reached with this key. */
    public Desk with(String id, String key) {
        return new Desk(id, key);
    }

    /** A service desk, as its own software reaches it. */
    public final class Desk {

        private final String id;
        private final String key;
        private @Nullable UUID tenant;

        Desk(String id, String key) {
            this.id = id;
            this.key = key;
        }

        public String id() {
            return id;
        }

        public String key() {
            return key;
        }

        /** The tenant it is connected to. */
        public UUID tenant() {
            return requireNonNull(tenant);
        }

        /** Connects it to a tenant of its own, with this consent. */
        public void connect(String consent) {
            tenant = UUID.randomUUID();
            database.transactions()
                    .run(
                            id,
                            it ->
                                    it.insertInto(CONNECTION)
                                            .set(CONNECTION.SERVICE_DESK_ID, id)
                                            .set(CONNECTION.MICROSOFT_TENANT_ID, tenant)
                                            .set(CONNECTION.CLOUD, "GLOBAL")
                                            .set(CONNECTION.CONSENT, consent)
                                            .set(CONNECTION.UPDATED_AT, Instant.now())
                                            .execute());
        }

        public Answer get(String path, String... headers) {
            var request = request("GET", path, BodyPublishers.noBody());
            return TestApi.this.send(headers.length == 0 ? request : request.headers(headers));
        }

        public Answer delete(String path) {
            return TestApi.this.send(request("DELETE", path, BodyPublishers.noBody()));
        }

        public Answer put(String path, Object body, String... headers) {
            var request = request("PUT", path, BodyPublishers.ofString(text(body)));
            request.header("Content-Type", "application/json");
            if (headers.length > 0) {
                request.headers(headers);
            }
            return TestApi.this.send(request);
        }

        /** Without a body. */
        public Answer post(String path) {
            return TestApi.this.send(request("POST", path, BodyPublishers.noBody()));
        }

        public Answer post(String path, String body, String... headers) {
            var request =
                    request("POST", path, BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json");
            return TestApi.this.send(headers.length == 0 ? request : request.headers(headers));
        }

        /** Sends these bytes. */
        public Answer send(String method, String path, byte[] body, String contentType) {
            return TestApi.this.send(
                    request(method, path, BodyPublishers.ofByteArray(body))
                            .header("Content-Type", contentType));
        }

        /** Sends a file. */
        public Answer upload(byte[] file, String contentType) {
            return send("POST", "/public-api/technicians/import", file, contentType);
        }

        public Answer upload(String csv) {
            return upload(csv.getBytes(StandardCharsets.UTF_8), "text/csv");
        }

        private String text(Object body) {
            return body instanceof String text ? text : json.writeValueAsString(body);
        }

        private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                    .header("Authorization", "Bearer " + key)
                    .method(method, body);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
        http.close();
    }
}

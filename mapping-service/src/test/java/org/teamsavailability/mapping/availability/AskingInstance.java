package org.teamsavailability.mapping.availability;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.outbox.StubAvroDeserializer;
import org.teamsavailability.mapping.outbox.StubAvroSerializer;
import org.teamsavailability.mapping.settings.ApiSettings;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.LimitSettings;
import org.teamsavailability.service.settings.RegistrySettings;
import org.teamsavailability.service.telemetry.TelemetryWiring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An instance of the service with the routes that ask, over real HTTP, database and broker. */
final class AskingInstance implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    /** What of the service takes part. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties({
        ApiSettings.class,
        KafkaSettings.class,
        LimitSettings.class,
        RegistrySettings.class
    })
    @ComponentScan(
            basePackages = "org.teamsavailability.mapping",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.teamsavailability\\.mapping\\."
                                        + "(?!MappingWiring|access|audit|availability|decision|desk|fallback|search|server|web).*"))
    @Import(TelemetryWiring.class)
    static class Parts {}

    /** An answer. */
    record Answer(int status, JsonNode body, String location, String retryAfter) {

        String problem() {
            return body.path("type").asString("").replace("urn:teams-availability:", "");
        }
    }

    /** Starts one that has this database and Kafka. */
    AskingInstance(TestDatabase database, String kafka, String prefix, String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("management.server.port", "-1");
        all.put("management.endpoint.health.validate-group-membership", "false");
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.hikari.minimum-idle", "1");
        all.put("kafka.bootstrap-servers", kafka);
        all.put("kafka.topic-prefix", prefix);
        all.put("teams-availability.registry.url", "http://registry.invalid");
        all.put("teams-availability.registry.serializer", StubAvroSerializer.class.getName());
        all.put("teams-availability.registry.deserializer", StubAvroDeserializer.class.getName());
        all.put("teams-availability.limits.connections-per-address", "1000");
        for (var setting : settings) {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        context =
                new SpringApplicationBuilder(Parts.class)
                        .run(
                                all.entrySet().stream()
                                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                                        .toArray(String[]::new));
        port =
                Integer.parseInt(
                        requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** A key of a desk that exists. */
    String key(String desk, Scope... scopes) {
        return context.getBean(ApiKeys.class)
                .create(desk, "test", Set.of(scopes), "operator")
                .secret()
                .reveal();
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    /** Asks, with headers as names and values. */
    Answer ask(String key, String query, String body, String... headers) {
        var request =
                request(key, query)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Reads the answer to a request. */
    Answer get(String key, String path) {
        return send(request(key, path).GET());
    }

    private HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(
                        URI.create(
                                path.startsWith("/public-api")
                                        ? "http://localhost:" + port + path
                                        : "http://localhost:%d/public-api/availability-requests%s"
                                                .formatted(port, path)))
                .header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var headers = response.headers();
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    headers.firstValue("Location").orElse(""),
                    headers.firstValue("Retry-After").orElse(""));
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
        http.close();
    }
}

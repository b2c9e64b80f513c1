package org.teamsavailability.schemas.serde;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The subjects of a registry, over the Confluent API, which every registry of the field speaks. */
final class Subjects implements AutoCloseable {

    private static final String CONTENT = "application/vnd.schemaregistry.v1+json";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final URI api;
    private final @Nullable String credentials;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http;
    private final Duration answersWithin;

    Subjects(SerdeSettings settings, Duration answersWithin) {
        this.answersWithin = answersWithin;
        this.api = settings.confluentApi();
        this.credentials = settings.credentials();
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(ClientConfiguration.REGISTRY_CONNECTS_WITHIN);
        var tls = settings.access().tls();
        this.http = (tls == null ? client : client.sslContext(tls)).build();
    }

    /** Whether the subject holds this very schema, in any version. */
    boolean holds(String subject, Schema schema) {
        var answer =
                send("POST", "/subjects/" + encoded(subject), Map.of("schema", schema.toString()));
        return !saysNotFound(answer) && succeeded(answer, subject);
    }

    /** Adds the schema as the subject's next version, unless it is one already. */
    void register(String subject, Schema schema) {
        var answer =
                send(
                        "POST",
                        "/subjects/" + encoded(subject) + "/versions",
                        Map.of("schemaType", "AVRO", "schema", schema.toString()));
        if (answer.statusCode() == CONFLICT) {
            throw new IllegalStateException(
                    "The registry refuses the schema of "
                            + subject
                            + ", because it is not compatible with one registered before: undo the"
                            + " change to "
                            + schema.getName()
                            + ".avsc, or make it compatible in both directions");
        }
        succeeded(answer, subject);
    }

    void requireCompatibility(String subject, String level) {
        succeeded(
                send("PUT", "/config/" + encoded(subject), Map.of("compatibility", level)),
                subject);
    }

    /** What later schemas of the subject must be; null where nothing is set for it. */
    @Nullable String compatibility(String subject) {
        var answer = send("GET", "/config/" + encoded(subject), Map.of());
        if (saysNotFound(answer)) {
            return null;
        }
        succeeded(answer, subject);
        var body = json.readTree(answer.body());
        return body.path("compatibilityLevel").asString(null);
    }

    /** The registry's own "not found", and not that of another server at this address. */
    private boolean saysNotFound(HttpResponse<String> answer) {
        try {
            return answer.statusCode() == NOT_FOUND
                    && json.readTree(answer.body()).path("error_code").asInt(0) > 0;
        } catch (JacksonException _) {
            return false;
        }
    }

    private boolean succeeded(HttpResponse<String> answer, String subject) {
        if (answer.statusCode() != OK) {
            var sentence =
                    "The schema registry at %s answers %d for %s%s"
                            .formatted(
                                    api,
                                    answer.statusCode(),
                                    subject,
                                    WayIn.after(answer.statusCode()));
            throw new RegistryUnreachableException(sentence, new IOException(sentence));
        }
        return true;
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> body) {
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(answersWithin)
                        .header("Content-Type", CONTENT)
                        .header("Accept", CONTENT)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json.writeValueAsString(body)));
        if (credentials != null) {
            request.header("Authorization", "Basic " + base64(credentials));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unreachable(new InterruptedIOException("interrupted"));
        }
    }

    private RegistryUnreachableException unreachable(IOException e) {
        var wayIn = WayIn.after(e);
        return new RegistryUnreachableException(
                "The schema registry at "
                        + api
                        + " cannot be reached ("
                        + e.getClass().getSimpleName()
                        + ")"
                        + (wayIn.isEmpty() ? WayIn.elsewhere(true) : wayIn),
                e);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}

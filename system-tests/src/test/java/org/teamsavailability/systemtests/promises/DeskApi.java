package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mapping-service's API with the key of one service desk. Safe for use by any thread. */
final class DeskApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String key;

    DeskApi(String service, String key) {
        this.base = URI.create(service + "/public-api/");
        this.key = key;
    }

    /** The answer to a request that must succeed. */
    JsonNode call(String method, String path, @Nullable Object body) {
        var response = send(method, path, body);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isBetween(200, 299);
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    /** Whatever the answer is. */
    HttpResponse<String> send(String method, String path, @Nullable Object body) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(90))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping-service does not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + path, e);
        }
    }
}

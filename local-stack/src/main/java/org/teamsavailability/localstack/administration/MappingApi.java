package org.teamsavailability.localstack.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.teamsavailability.servers.process.StartTimeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mapping-service's API with the key of one service desk. */
final class MappingApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI base;
    private final String key;

    /**
     * @param service the mapping-service, as {@code http://localhost:8080}
     * @param key an API key with the scopes read and write
     */
    MappingApi(HttpClient http, String service, String key) {
        this.http = http;
        this.base = URI.create(service + "/public-api/");
        this.key = key;
    }

    JsonNode get(String path) {
        return call(request(path).GET());
    }

    JsonNode put(String path, Map<String, ?> body) {
        return call(request(path).PUT(json(body)));
    }

    JsonNode post(String path) {
        return call(request(path).POST(BodyPublishers.noBody()));
    }

    JsonNode post(String path, JsonNode body) {
        return call(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path) {
        call(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(StartTimeout.get())
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private JsonNode call(HttpRequest.Builder request) {
        var response = send(http, request.build());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    "The mapping-service refused %s with %d: %s"
                            .formatted(
                                    response.request().uri().getPath(),
                                    response.statusCode(),
                                    response.body()));
        }
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().getHost() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while desks were set up", e);
        }
    }
}

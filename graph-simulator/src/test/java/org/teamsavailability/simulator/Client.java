package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.databind.JsonNode;

/** Calls a simulator as an application would, without the SDK. */
final class Client implements AutoCloseable {
    static final String SCOPES =
            "https://graph.microsoft.com/.default openid profile offline_access";

    private static final int AT_ONCE = 25;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final GraphSimulator simulator;

    Client(GraphSimulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> login(UUID tenant, String secret) throws Exception {
        return loginWith(
                tenant,
                "client_id=app",
                "grant_type=client_credentials",
                "scope=" + SCOPES,
                "client_secret=" + secret);
    }

    HttpResponse<String> loginWith(UUID tenant, String... fields) throws Exception {
        String form =
                Stream.of(fields)
                        .map(field -> field.split("=", 2))
                        .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], UTF_8))
                        .collect(joining("&"));
        return send(
                HttpRequest.newBuilder(
                                URI.create(
                                        simulator.loginUrl() + "/" + tenant + "/oauth2/v2.0/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    String token(UUID tenant) throws Exception {
        return json(login(tenant, "secret")).path("access_token").asString();
    }

    HttpResponse<String> presences(String token, List<UUID> ids) throws Exception {
        return send(presenceRequest(token, ids));
    }

    HttpRequest.Builder presenceRequest(String token, List<UUID> ids) {
        return HttpRequest.newBuilder(
                        URI.create(simulator.graphUrl() + "/communications/getPresencesByUserId"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(new Ids(ids))));
    }

    /** The path below {@code /v1.0}, or a whole URL. */
    HttpResponse<String> get(String token, String path) throws Exception {
        String url = path.startsWith("http") ? path : simulator.graphUrl() + path;
        return send(
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
    }

    /** The path below {@code /v1.0}, so many times; several calls are out at once. */
    List<Integer> statuses(String token, String path, int calls) {
        return statuses(
                HttpRequest.newBuilder(URI.create(simulator.graphUrl() + path))
                        .header("Authorization", "Bearer " + token),
                calls);
    }

    /** The request so many times; several calls are out at once. */
    List<Integer> statuses(HttpRequest.Builder request, int calls) {
        var statuses = new ArrayList<Integer>();
        for (int left = calls; left > 0; left -= AT_ONCE) {
            Stream.generate(() -> http.sendAsync(request.build(), BodyHandlers.discarding()))
                    .limit(Math.min(left, AT_ONCE))
                    .toList()
                    .forEach(answer -> statuses.add(answer.join().statusCode()));
        }
        return statuses;
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private record Ids(List<UUID> ids) {}
}

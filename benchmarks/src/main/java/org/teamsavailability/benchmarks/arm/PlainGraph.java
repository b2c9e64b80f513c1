package org.teamsavailability.benchmarks.arm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a competent engineer writes: one blocking call for the presence of all candidates, one for
 * each rota team, tokens kept. After a 429 it waits as it is told, at most three times, as the SDK
 * does. It needs less CPU than the SDK.
 */
final class PlainGraph implements PeerTeams {

    private static final int RETRIES = 3;
    private static final int THROTTLED = 429;
    private static final String TOKEN_REQUEST =
            "grant_type=client_credentials&client_id=00000000-0000-4000-8000-000000009700"
                    + "&client_secret=any&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    PlainGraph(String address) {
        this.address = address;
    }

    @Override
    public Map<String, String> presences(String tenant, List<String> accounts)
            throws IOException, InterruptedException {
        var answer =
                call(
                        tenant,
                        HttpRequest.newBuilder(
                                        URI.create(
                                                address
                                                        + "/v1.0/communications/getPresencesByUserId"))
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                json.writeValueAsBytes(Map.of("ids", accounts))))
                                .header("Content-Type", "application/json"));
        var presences = new HashMap<String, String>();
        for (var presence : answer.path("value")) {
            presences.put(presence.path("id").asString(), presence.path("availability").asString());
        }
        return presences;
    }

    @Override
    public Set<String> onShift(String tenant, String team)
            throws IOException, InterruptedException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var filter =
                "sharedShift/startDateTime ge %s and sharedShift/endDateTime le %s"
                        .formatted(now.minus(1, ChronoUnit.DAYS), now.plus(2, ChronoUnit.DAYS));
        var shifts =
                URI.create(
                        "%s/v1.0/teams/%s/schedule/shifts?$filter=%s"
                                .formatted(
                                        address,
                                        team,
                                        URLEncoder.encode(filter, UTF_8).replace("+", "%20")));
        var onShift = new HashSet<String>();
        for (var shift : call(tenant, HttpRequest.newBuilder(shifts).GET()).path("value")) {
            onShift.add(shift.path("userId").asString());
        }
        return onShift;
    }

    private JsonNode call(String tenant, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        request.setHeader("Authorization", "Bearer " + token(tenant));
        request.timeout(Duration.ofSeconds(10));
        for (int attempt = 0; ; attempt++) {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == THROTTLED && attempt < RETRIES) {
                Thread.sleep(
                        Duration.ofSeconds(
                                answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            } else if (answer.statusCode() == 200) {
                return json.readTree(answer.body());
            } else {
                throw new IOException("Graph answered " + answer.statusCode());
            }
        }
    }

    private String token(String tenant) throws IOException, InterruptedException {
        var known = tokens.get(tenant);
        if (known != null) {
            return known;
        }
        var request =
                HttpRequest.newBuilder(URI.create(address + "/" + tenant + "/oauth2/v2.0/token"))
                        .POST(BodyPublishers.ofString(TOKEN_REQUEST))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        var token = json.readTree(answer.body()).path("access_token").asString();
        tokens.put(tenant, token);
        return token;
    }
}

package org.teamsavailability.benchmarks.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control routes of the simulator, as far as the rows need them. */
public final class SimulatorControl implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param address as {@code http://127.0.0.1:9700}
     */
    public SimulatorControl(String address) {
        this.address = address;
    }

    /** Adds the tenant of a desk, or replaces it. */
    public void putTenant(World world, int desk) {
        call("PUT", "/tenants", tenant(world, desk));
    }

    /** Turns Microsoft's limits on or off and forgets what counted against them. */
    public void enforceLimits(boolean on) {
        call("PATCH", "/conditions", Map.of("limits", on));
    }

    /** Every presence call of every tenant hangs. */
    public void hang() {
        call(
                "POST",
                "/faults",
                Map.of("tenant", "*", "calls", List.of("presence"), "effect", "hang"));
    }

    /** Every presence call of every tenant takes so much longer than the usual time. */
    public void slow(Duration more) {
        call(
                "POST",
                "/faults",
                Map.of(
                        "tenant",
                        "*",
                        "calls",
                        List.of("presence"),
                        "effect",
                        "none",
                        "latency",
                        more.toMillis() + "ms"));
    }

    /** Presence calls of one desk's tenant get a 429 with a {@code Retry-After} of 5 s. */
    public void throttle(int desk) {
        call(
                "POST",
                "/faults",
                Map.of(
                        "tenant",
                        World.tenant(desk),
                        "calls",
                        List.of("presence"),
                        "effect",
                        "throttle",
                        "retryAfter",
                        "5"));
    }

    public void clearFaults() {
        call("DELETE", "/faults", Map.of());
    }

    /** Forgets faults and what counts against limits. */
    public void reset() {
        call("POST", "/reset", Map.of());
    }

    /** The calls of Graph until now, those for tokens left out. */
    public GraphCalls calls() {
        long calls = 0;
        long ids = 0;
        long throttled = 0;
        for (var count : call("GET", "/journal/summary", Map.of()).path("counts")) {
            if (!count.path("call").asString().equals("token")) {
                calls += count.path("arrived").asLong();
                ids += count.path("ids").asLong();
                throttled += count.path("throttled").asLong();
            }
        }
        return new GraphCalls(calls, ids, throttled);
    }

    private static Map<String, Object> tenant(World world, int desk) {
        var accounts = new ArrayList<Map<String, Object>>();
        for (int t = 0; t < world.accounts(); t++) {
            accounts.add(
                    Map.of(
                            "id",
                            World.account(desk, t),
                            "availability",
                            t % 5 == 0 ? "Busy" : "Available"));
        }
        var members = new ArrayList<String>();
        var shifts = new ArrayList<Map<String, Object>>();
        for (int t = 0; t < world.onRota(); t++) {
            members.add(World.account(desk, t));
            shifts.add(
                    Map.of(
                            "account", World.account(desk, t),
                            "start", "now-2h",
                            "end", "now+20h"));
        }
        var team = Map.of("id", World.team(desk), "members", members, "shifts", shifts);
        return Map.of("id", World.tenant(desk), "accounts", accounts, "teams", List.of(team));
    }

    private JsonNode call(String method, String route, Map<String, Object> body) {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/_control" + route))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "The simulator answered %d to %s %s: %s"
                                .formatted(answer.statusCode(), method, route, answer.body()));
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator does not answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling the simulator", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

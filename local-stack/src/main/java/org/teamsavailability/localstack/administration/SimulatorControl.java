package org.teamsavailability.localstack.administration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.servers.process.StartTimeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Microsoft's side of the sample world, by the control routes of a simulator wherever it runs. */
public final class SimulatorControl implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final URI base;

    private SimulatorControl(String simulator) {
        this.base = URI.create(simulator + "/_control/");
    }

    /**
     * That of a simulator.
     *
     * @param simulator as {@code http://localhost:9700}
     * @throws IllegalArgumentException if there is none
     */
    public static SimulatorControl at(@Nullable String simulator) {
        if (simulator == null) {
            throw new IllegalArgumentException("Microsoft is not simulated here");
        }
        return new SimulatorControl(simulator);
    }

    /** Adds a tenant or replaces it, as a data file has it; {@code now} is now. */
    public void tenant(JsonNode tenant) {
        send("PUT", "tenants", tenant);
    }

    /** Says who stands before the pages and accepts. */
    void visitor(String signInName) {
        send("PUT", "visitor", Map.of("as", signInName));
    }

    /** Changes what a tenant has consented to, as {@code revoked}. */
    public void consent(UUID tenant, String consent) {
        send("PATCH", "tenants/" + tenant, Map.of("consent", consent));
    }

    /**
     * Has calls for a tenant go wrong, until its faults are cleared.
     *
     * @param fault the fields of a fault but the tenant
     */
    public void fault(UUID tenant, Map<String, ?> fault) {
        var body = new HashMap<String, Object>(fault);
        body.put("tenant", tenant);
        send("POST", "faults", body);
    }

    /** Nothing goes wrong any more with calls for this tenant. */
    public void clearFaults(UUID tenant) {
        send("DELETE", "faults?tenant=" + tenant, Map.of());
    }

    private void send(String method, String path, Object body) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(StartTimeout.get())
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        var response = MappingApi.send(http, request);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    "The simulator refused %s %s with %d: %s"
                            .formatted(
                                    method,
                                    request.uri().getPath(),
                                    response.statusCode(),
                                    response.body()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

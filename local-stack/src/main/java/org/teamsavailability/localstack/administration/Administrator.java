package org.teamsavailability.localstack.administration;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.teamsavailability.servers.process.StartTimeout;
import tools.jackson.databind.JsonNode;

/**
 * Sets service desks up through the API and the pages, as docs/set-up.md does with {@code curl}.
 */
public final class Administrator implements AutoCloseable {

    /** What Microsoft says of a consent that has not spread yet. */
    private static final int APPLICATION_NOT_FOUND = 700016;

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final String service;
    private final String publicUrl;
    private final SimulatorControl microsoft;

    /**
     * @param service the mapping-service, as {@code http://localhost:8080}
     * @param publicUrl where it believes that browsers reach it; those of here reach the former
     */
    public Administrator(String service, String publicUrl, SimulatorControl microsoft) {
        this.service = service;
        this.publicUrl = publicUrl;
        this.microsoft = microsoft;
    }

    /**
     * Brings the technicians in, connects the tenant and runs the auto-map. Doing it again brings
     * the desk back to where it was then.
     *
     * @param key an API key of the desk
     * @return how many technicians the auto-map mapped
     */
    public int setUp(DeskPlan desk, String key) {
        var api = new MappingApi(http, service, key);
        api.put("technicians", Map.of("technicians", desk.rows()));
        connect(desk, api);
        var matched = ended(api, api.post("teams-availability/auto-map?wait=60")).get("matched");
        if (desk.spreading()) {
            matched.forEach(match -> mapByHand(api, match));
            reconnect(desk, api);
        }
        return matched.size();
    }

    /**
     * Ends the keys that {@link DeskKeys#add} made, this one among them.
     *
     * @param key the youngest of them
     */
    public void endAddedKeys(String key) {
        var api = new MappingApi(http, service, key);
        api.get("api-keys?limit=200")
                .get("items")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(DeskKeys.ADDED))
                .filter(each -> !each.hasNonNull("revokedAt"))
                // a key that has ended ends no other
                .sorted(Comparator.comparing(each -> each.get("createdAt").asString()))
                .forEach(each -> api.delete("api-keys/" + each.get("id").asString()));
    }

    private void connect(DeskPlan desk, MappingApi api) {
        microsoft.visitor(desk.administrator());
        try (var browser = new Browser(publicUrl, service)) {
            browser.connect(() ->
                    URI.create(
                            api.get("teams-availability/consent-url")
                                    .get("consentUrl")
                                    .asString()));
        }
    }

    /** On a slow machine a run takes longer than a request waits for it. */
    private static JsonNode ended(MappingApi api, JsonNode started) {
        var run = started;
        var deadline = System.nanoTime() + StartTimeout.get().toNanos();
        while (!run.hasNonNull("finishedAt")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The auto-map has not ended within %d s"
                                .formatted(StartTimeout.get().toSeconds()));
            }
            pause();
            run = api.get("teams-availability/auto-map/" + run.get("runId").asString());
        }
        return run;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while desks were set up", e);
        }
    }

    /** What is mapped by hand stays when the tenant is disconnected. */
    private static void mapByHand(MappingApi api, JsonNode match) {
        api.put(
                "technicians/" + match.get("technicianId").asString() + "/teams-mapping",
                Map.of(
                        "microsoftUserId", match.get("microsoftUserId").asString(),
                        "userPrincipalName", match.get("userPrincipalName").asString()));
    }

    /**
     * Ends the connection and begins it again, while Microsoft does not know of the consent yet.
     */
    private void reconnect(DeskPlan desk, MappingApi api) {
        api.delete("teams-availability/connection?confirm=" + desk.id());
        microsoft.fault(
                desk.microsoftTenantId(),
                Map.of(
                        "calls",
                        List.of("token"),
                        "effect",
                        "loginError",
                        "aadsts",
                        APPLICATION_NOT_FOUND));
        connect(desk, api);
    }

    @Override
    public void close() {
        http.close();
    }
}

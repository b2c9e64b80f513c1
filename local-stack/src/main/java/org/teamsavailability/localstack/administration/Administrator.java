package org.teamsavailability.localstack.administration;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.signin.Visitor;

/** Sets service desks up through the API and the pages, as README.md does with {@code curl}. */
public final class Administrator implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;
    private final GraphSimulator microsoft;

    /**
     * @param service the mapping-service, as {@code http://localhost:8080}
     */
    public Administrator(String service, GraphSimulator microsoft) {
        this.service = service;
        this.microsoft = microsoft;
    }

    /**
     * Brings the technicians in, connects the tenant and runs the auto-map.
     *
     * @param key an API key of the desk
     * @return how many technicians were matched
     */
    public int setUp(DeskPlan desk, String key) {
        var api = new MappingApi(http, service, key);
        api.put("technicians", Map.of("technicians", desk.rows()));
        api.put("teams-availability/connection", Map.of("cloud", "GLOBAL"));
        if (!desk.isConnected()) {
            return 0;
        }
        var consentPage = api.get("teams-availability/consent-url").get("consentUrl").asString();
        microsoft.visitor(Visitor.accepting(desk.administrator()));
        try (var browser = new Browser()) {
            browser.connect(URI.create(consentPage));
        }
        return api.post("teams-availability/auto-map?wait=60").get("matched").size();
    }

    @Override
    public void close() {
        http.close();
    }
}

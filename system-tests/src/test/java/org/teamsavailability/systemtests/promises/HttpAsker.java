package org.teamsavailability.systemtests.promises;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.node.ObjectNode;

/** A client that asks over HTTP with a key of the scope {@code ask}. */
final class HttpAsker {

    private static final String PATH = "availability-requests";

    private final DeskApi api;

    private HttpAsker(DeskApi api) {
        this.api = api;
    }

    /** Makes a key of the desk that may ask and nothing else. */
    static HttpAsker of(ServiceDesk desk) {
        var key =
                desk.api()
                        .call("POST", "api-keys", Map.of("name", "ask", "scopes", List.of("ask")))
                        .get("secret")
                        .asString();
        return new HttpAsker(new DeskApi(desk.stack().service(), key));
    }

    /** Asks, and waits for up to 30 s. */
    HttpResponse<String> ask(DispatchRequested request) {
        return api.send("POST", PATH + "?wait=30", body(request));
    }

    /** What became of a request that was asked before. */
    HttpResponse<String> find(String requestId) {
        return api.send("GET", PATH + "/" + requestId + "?wait=30", null);
    }

    /** The key decides the desk. */
    static ObjectNode body(DispatchRequested request) {
        var body = (ObjectNode) RecordWriter.write(request);
        body.remove("serviceDeskId");
        return body;
    }
}

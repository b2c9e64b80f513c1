package org.teamsavailability.mapping.connection;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answers. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty where there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }
}

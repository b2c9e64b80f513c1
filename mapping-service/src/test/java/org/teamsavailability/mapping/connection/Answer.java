package org.teamsavailability.mapping.connection;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answers. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty where there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(body);
    }
}

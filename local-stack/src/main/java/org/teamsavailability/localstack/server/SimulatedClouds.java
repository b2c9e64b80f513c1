package org.teamsavailability.localstack.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables by which a service takes the simulator for each of Microsoft's clouds. */
final class SimulatedClouds {

    /** How the variables of each cloud end; the simulator plays all of them. */
    private static final List<String> CLOUDS = List.of("", "_US_GOV_L4", "_US_GOV_L5", "_CHINA");

    private SimulatedClouds() {}

    /**
     * Says where it is and with what a service shows who it is.
     *
     * @param simulator as {@code http://127.0.0.1:9700}
     */
    static Map<String, String> at(String simulator) {
        var environment = new HashMap<String, String>();
        CLOUDS.forEach(cloud -> environment.putAll(cloud(cloud, simulator)));
        return environment;
    }

    private static Map<String, String> cloud(String cloud, String simulator) {
        return Map.of(
                "MICROSOFT_LOGIN_URL" + cloud,
                simulator,
                "MICROSOFT_GRAPH_URL" + cloud,
                simulator + "/v1.0",
                "MICROSOFT_CLIENT_ID" + cloud,
                "00000000-0000-4000-8000-000000009700",
                "MICROSOFT_CLIENT_SECRET" + cloud,
                "any secret opens the simulator",
                "MICROSOFT_CLIENT_CERTIFICATE" + cloud,
                "");
    }
}

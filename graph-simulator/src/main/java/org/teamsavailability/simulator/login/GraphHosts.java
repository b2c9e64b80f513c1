package org.teamsavailability.simulator.login;

import java.util.Set;

/** The hosts a token for Graph can be for; the simulator plays Graph of every cloud. */
public final class GraphHosts {
    private static final Set<String> MICROSOFT =
            Set.of(
                    "graph.microsoft.com",
                    "graph.microsoft.us",
                    "dod-graph.microsoft.us",
                    "microsoftgraph.chinacloudapi.cn");

    private GraphHosts() {}

    /** Whether the audience is Graph in some cloud, or this simulator itself. */
    public static boolean isGraph(String audience, String origin) {
        return MICROSOFT.contains(Hosts.of(audience)) || audience.equals(origin);
    }
}

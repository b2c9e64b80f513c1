package org.teamsavailability.graph;

import java.net.URI;

/**
 * The Microsoft clouds, each with a login host, a Graph host and app registrations of its own.
 *
 * <p>Source: Microsoft Entra, "National clouds"; Microsoft Graph, "National cloud deployments".
 */
public enum MicrosoftCloud {
    /** Worldwide, and US GCC. */
    GLOBAL("login.microsoftonline.com", "graph.microsoft.com", true),
    /** US Government L4, GCC High. */
    US_GOV_L4("login.microsoftonline.us", "graph.microsoft.us", false),
    /** US Government L5, DoD. */
    US_GOV_L5("login.microsoftonline.us", "dod-graph.microsoft.us", false),
    /** China, operated by 21Vianet. */
    CHINA("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn", false);

    private final URI loginUrl;
    private final URI graphUrl;
    private final boolean shifts;

    MicrosoftCloud(String loginHost, String graphHost, boolean shifts) {
        this.loginUrl = URI.create("https://" + loginHost);
        this.graphUrl = URI.create("https://" + graphHost);
        this.shifts = shifts;
    }

    /** Microsoft's own login service of this cloud, which names the authority of its tokens. */
    public URI loginUrl() {
        return loginUrl;
    }

    /** Microsoft's own Graph service of this cloud, which names the scope of its tokens. */
    public URI graphUrl() {
        return graphUrl;
    }

    /** Whether Teams Shifts can be read in this cloud through Graph. */
    public boolean hasShifts() {
        return shifts;
    }
}

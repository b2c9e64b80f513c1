package org.teamsavailability.graph.credentials;

import java.util.List;

/** What a service shows of its credentials for Microsoft, and does for them now and then. */
public interface OwnCredentials {

    /**
     * Reads what has changed, and lets Microsoft say of each credential that was not used yet
     * whether it takes it, so that a wrong one is known before the right one expires. To be called
     * every half minute. Blocks for as long as token calls may take.
     */
    void check();

    /** Of each cloud that is configured, or was asked for. */
    List<CredentialsReport> reports();
}

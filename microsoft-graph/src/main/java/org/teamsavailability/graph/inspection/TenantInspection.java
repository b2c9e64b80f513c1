package org.teamsavailability.graph.inspection;

import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Asks Graph single questions and hands over what it answers, with the credentials, the hosts, the
 * timeouts and the bounds of every other read. Nothing is asked twice: neither a throttled request
 * nor one that needs a new token. Blocks.
 */
public interface TenantInspection {

    /**
     * Sends one request.
     *
     * @throws GraphException where there is no token, no complete answer, or a link that leads
     *     elsewhere
     */
    RawAnswer ask(MicrosoftTenant tenant, Query query) throws InterruptedException;

    /** Whether a link has the scheme, host and port of Graph in this cloud. */
    boolean leadsToGraph(MicrosoftCloud cloud, String link);
}

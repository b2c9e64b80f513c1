package org.teamsavailability.graph;

import java.util.UUID;

/**
 * A Microsoft tenant, the isolation boundary of everything that is asked of Graph.
 *
 * @param cloud the cloud it lives in
 * @param id its directory id
 */
public record MicrosoftTenant(MicrosoftCloud cloud, UUID id) {}

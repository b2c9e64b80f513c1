package org.teamsavailability.graph.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * The closures of one workload, for each tenant that has some or is busy. They outlive a tenant's
 * desk, which closes when nothing is to be done. Any thread.
 */
final class TenantClosures {

    private final Map<MicrosoftTenant, Closures> tenants = new ConcurrentHashMap<>();
    private final Duration longest;

    TenantClosures(Duration longest) {
        this.longest = longest;
    }

    Closures of(MicrosoftTenant tenant) {
        return tenants.computeIfAbsent(tenant, _ -> new Closures(longest));
    }

    /** The tenant's desk is idle. */
    void idle(MicrosoftTenant tenant) {
        tenants.computeIfPresent(tenant, (_, closures) -> closures.isEmpty() ? null : closures);
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.teamsavailability.enricher.teams.Closing;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * The closures of one workload, for each tenant that has some or is busy. They outlive a tenant's
 * desk, which closes when nothing is to be done. Any thread.
 */
final class TenantClosures {

    private final Map<MicrosoftTenant, Closures> tenants = new ConcurrentHashMap<>();
    private final Closing.Workload workload;
    private final Duration longest;
    private final Consumer<Closing> told;

    /**
     * @param longest a longer {@code Retry-After} counts as this
     * @param told of each closing, on any thread
     */
    TenantClosures(Closing.Workload workload, Duration longest, Consumer<Closing> told) {
        this.workload = workload;
        this.longest = longest;
        this.told = told;
    }

    Closures of(MicrosoftTenant tenant) {
        return tenants.computeIfAbsent(tenant, this::none);
    }

    private Closures none(MicrosoftTenant tenant) {
        return new Closures(tenant, workload, longest, told);
    }

    /** Closes again what was closed before, where it is of this workload or of its tokens. */
    void restore(Closing known, Instant now) {
        if (known.workload() == workload || known.workload() == Closing.Workload.TOKEN) {
            tenants.compute(
                    known.tenant(),
                    (tenant, open) -> {
                        Closures closures = open == null ? none(tenant) : open;
                        closures.restore(known, now);
                        return closures;
                    });
        }
    }

    /** The tenant's desk is idle. */
    void idle(MicrosoftTenant tenant) {
        tenants.computeIfPresent(tenant, (_, closures) -> closures.isEmpty() ? null : closures);
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * The closures of one workload, for each tenant that has some or is busy. They outlive a tenant's
 * desk, which closes when nothing is to be done. Any thread.
 */
final class TenantCooldowns {

    private final Map<MicrosoftTenant, Cooldowns> tenants = new ConcurrentHashMap<>();
    private final Cooldown.Workload workload;
    private final Duration longest;
    private final Consumer<Cooldown> told;

    /**
     * @param longest a longer {@code Retry-After} counts as this
     * @param told of each closing, on any thread
     */
    TenantCooldowns(Cooldown.Workload workload, Duration longest, Consumer<Cooldown> told) {
        this.workload = workload;
        this.longest = longest;
        this.told = told;
    }

    Cooldowns of(MicrosoftTenant tenant) {
        return tenants.computeIfAbsent(tenant, this::none);
    }

    private Cooldowns none(MicrosoftTenant tenant) {
        return new Cooldowns(tenant, workload, longest, told);
    }

    /** Closes again what was closed before, where it is of this workload or of its tokens. */
    void restore(Cooldown known, Instant now) {
        if (known.workload() == workload || known.workload() == Cooldown.Workload.TOKEN) {
            tenants.compute(
                    known.tenant(),
                    (tenant, open) -> {
                        Cooldowns closures = open == null ? none(tenant) : open;
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

package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * The cooldowns of one workload, for each tenant that has some or is busy. They outlive a tenant's
 * queue, which closes when it is idle. Any thread.
 */
final class TenantCooldowns {

    private final Map<MicrosoftTenant, Cooldowns> tenants = new ConcurrentHashMap<>();
    private final Cooldown.Workload workload;
    private final Duration longest;
    private final Consumer<Cooldown> listener;

    /**
     * @param longest a longer {@code Retry-After} counts as this
     * @param listener of each cooldown, on any thread
     */
    TenantCooldowns(Cooldown.Workload workload, Duration longest, Consumer<Cooldown> listener) {
        this.workload = workload;
        this.longest = longest;
        this.listener = listener;
    }

    Cooldowns of(MicrosoftTenant tenant) {
        return tenants.computeIfAbsent(tenant, this::none);
    }

    private Cooldowns none(MicrosoftTenant tenant) {
        return new Cooldowns(tenant, workload, longest, listener);
    }

    /** Restores a known cooldown of this workload or of its tokens. */
    void restore(Cooldown known, Instant now) {
        if (known.workload() == workload || known.workload() == Cooldown.Workload.TOKEN) {
            tenants.compute(
                    known.tenant(),
                    (tenant, open) -> {
                        Cooldowns cooldowns = open == null ? none(tenant) : open;
                        cooldowns.restore(known, now);
                        return cooldowns;
                    });
        }
    }

    /** How many cooldowns of all tenants are such. */
    int count(Predicate<ActiveCooldown> which) {
        return tenants.values().stream().mapToInt(cooldowns -> cooldowns.count(which)).sum();
    }

    /** The tenant's queue is idle. */
    void idle(MicrosoftTenant tenant) {
        tenants.computeIfPresent(tenant, (_, cooldowns) -> cooldowns.isEmpty() ? null : cooldowns);
    }
}

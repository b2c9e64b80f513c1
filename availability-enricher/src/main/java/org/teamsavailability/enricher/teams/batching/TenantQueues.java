package org.teamsavailability.enricher.teams.batching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teamsavailability.graph.MicrosoftTenant;

/** The queues of one workload, one for each tenant that has something to do; used by any thread. */
final class TenantQueues<K, R> {

    private final Map<MicrosoftTenant, TenantQueue<K, R>> queues = new ConcurrentHashMap<>();
    private final Function<MicrosoftTenant, Reads<K, R>> reads;
    private final Function<Cooldowns, CallLimiter> limiters;
    private final TenantCooldowns cooldowns;
    private final Supplier<RateLimit<K>> rateLimits;
    private final GatewayParts parts;

    TenantQueues(
            Function<MicrosoftTenant, Reads<K, R>> reads,
            Function<Cooldowns, CallLimiter> limiters,
            TenantCooldowns cooldowns,
            Supplier<RateLimit<K>> rateLimits,
            GatewayParts parts) {
        this.reads = reads;
        this.limiters = limiters;
        this.cooldowns = cooldowns;
        this.rateLimits = rateLimits;
        this.parts = parts;
    }

    void submit(MicrosoftTenant tenant, WaiterGroup<K, R> group) {
        queues.computeIfAbsent(tenant, this::open).submit(group);
    }

    int waiting() {
        return queues.values().stream().mapToInt(TenantQueue::waiting).sum();
    }

    int size() {
        return queues.size();
    }

    boolean isBusy(MicrosoftTenant tenant) {
        return queues.containsKey(tenant);
    }

    private TenantQueue<K, R> open(MicrosoftTenant tenant) {
        return new TenantQueue<>(
                reads.apply(tenant),
                limiters.apply(cooldowns.of(tenant)),
                rateLimits.get(),
                parts,
                () -> remove(tenant),
                group -> submit(tenant, group));
    }

    private void remove(MicrosoftTenant tenant) {
        cooldowns.idle(tenant);
        queues.remove(tenant);
    }
}

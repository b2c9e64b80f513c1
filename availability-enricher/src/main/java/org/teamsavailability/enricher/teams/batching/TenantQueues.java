package org.teamsavailability.enricher.teams.batching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teamsavailability.graph.MicrosoftTenant;

/** The desks of one workload, one for each tenant that has something to do; used by any thread. */
final class TenantQueues<K, R> {

    private final Map<MicrosoftTenant, TenantQueue<K, R>> desks = new ConcurrentHashMap<>();
    private final Function<MicrosoftTenant, Reads<K, R>> reads;
    private final Function<Cooldowns, CallLimiter> gates;
    private final TenantCooldowns closures;
    private final Supplier<RateLimit<K>> budgets;
    private final GatewayParts setting;

    TenantQueues(
            Function<MicrosoftTenant, Reads<K, R>> reads,
            Function<Cooldowns, CallLimiter> gates,
            TenantCooldowns closures,
            Supplier<RateLimit<K>> budgets,
            GatewayParts setting) {
        this.reads = reads;
        this.gates = gates;
        this.closures = closures;
        this.budgets = budgets;
        this.setting = setting;
    }

    void visit(MicrosoftTenant tenant, WaiterGroup<K, R> visit) {
        desks.computeIfAbsent(tenant, this::open).visit(visit);
    }

    int waiting() {
        return desks.values().stream().mapToInt(TenantQueue::waiting).sum();
    }

    int size() {
        return desks.size();
    }

    boolean isBusy(MicrosoftTenant tenant) {
        return desks.containsKey(tenant);
    }

    private TenantQueue<K, R> open(MicrosoftTenant tenant) {
        return new TenantQueue<>(
                reads.apply(tenant),
                gates.apply(closures.of(tenant)),
                budgets.get(),
                setting,
                () -> remove(tenant),
                visit -> visit(tenant, visit));
    }

    private void remove(MicrosoftTenant tenant) {
        closures.idle(tenant);
        desks.remove(tenant);
    }
}

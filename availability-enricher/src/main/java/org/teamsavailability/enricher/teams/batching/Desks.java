package org.teamsavailability.enricher.teams.batching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teamsavailability.graph.MicrosoftTenant;

/** The desks of one workload, one for each tenant that has something to do; used by any thread. */
final class Desks<K, R> {

    private final Map<MicrosoftTenant, Desk<K, R>> desks = new ConcurrentHashMap<>();
    private final Function<MicrosoftTenant, Reads<K, R>> reads;
    private final Function<Closures, CallGate> gates;
    private final TenantClosures closures;
    private final Supplier<Budget<K>> budgets;
    private final Setting setting;

    Desks(
            Function<MicrosoftTenant, Reads<K, R>> reads,
            Function<Closures, CallGate> gates,
            TenantClosures closures,
            Supplier<Budget<K>> budgets,
            Setting setting) {
        this.reads = reads;
        this.gates = gates;
        this.closures = closures;
        this.budgets = budgets;
        this.setting = setting;
    }

    void visit(MicrosoftTenant tenant, Visit<K, R> visit) {
        desks.computeIfAbsent(tenant, this::open).visit(visit);
    }

    int waiting() {
        return desks.values().stream().mapToInt(Desk::waiting).sum();
    }

    int size() {
        return desks.size();
    }

    boolean isBusy(MicrosoftTenant tenant) {
        return desks.containsKey(tenant);
    }

    private Desk<K, R> open(MicrosoftTenant tenant) {
        return new Desk<>(
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

package org.teamsavailability.simulator.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Scope;

/**
 * The faults that are set. A call meets at most one: the first set of those with a count, else the
 * last set of those without. Safe for use by any thread.
 */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();

    /** Begins a fault for calls of these kinds of one tenant. */
    public FaultSetting on(UUID tenant, Call call, Call... more) {
        return new FaultSetting(this, new Scope(tenant, EnumSet.of(call, more), null));
    }

    /** Begins a fault for calls of these kinds of every tenant. */
    public FaultSetting onEveryTenant(Call call, Call... more) {
        return new FaultSetting(this, new Scope(null, EnumSet.of(call, more), null));
    }

    /** Begins a fault for these calls. */
    public FaultSetting on(Scope scope) {
        return new FaultSetting(this, scope);
    }

    /** The faults that still wait for calls, in the order they were set. */
    public List<Fault> set() {
        return faults.stream().filter(fault -> !fault.isOver()).toList();
    }

    /** Clears all faults; calls that hang go on. */
    public void clear() {
        clear(_ -> true);
    }

    /** Clears the faults of one tenant; those for every tenant stay. */
    public void clear(UUID tenant) {
        clear(fault -> tenant.equals(fault.scope().tenant()));
    }

    /** Clears these faults; how many there were. */
    public int clear(Predicate<Fault> which) {
        List<Fault> found = faults.stream().filter(which).toList();
        found.forEach(Fault::clear);
        faults.removeAll(found);
        return found.size();
    }

    /** The fault that a call meets; null for none. */
    public @Nullable Fault meet(RecognizedCall recognized) {
        faults.removeIf(Fault::isCleared);
        List<Fault> candidates =
                faults.stream()
                        .filter(fault ->
                                fault.scope()
                                        .covers(
                                                recognized.tenant(),
                                                recognized.call(),
                                                recognized.team()))
                        .toList();
        for (Fault fault : candidates) {
            if (fault.times() != null && fault.take()) {
                return fault;
            }
        }
        for (Fault fault : candidates.reversed()) {
            if (fault.times() == null && fault.take()) {
                return fault;
            }
        }
        return null;
    }

    Fault add(FaultSetting setting, Effect effect) {
        var fault =
                new Fault(
                        lastId.incrementAndGet(),
                        setting.scope(),
                        effect,
                        setting.latency(),
                        setting.times());
        faults.add(fault);
        return fault;
    }
}

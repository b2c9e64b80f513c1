package org.teamsavailability.benchmarks.gateway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/** Answers presence calls from memory, at once or when it is told to. For one thread. */
final class HeldGraph implements GraphPort {

    private static final PresenceSignal AVAILABLE =
            new PresenceSignal("Available", "Available", false);

    private final boolean holds;
    private final List<Held> held = new ArrayList<>();

    /**
     * @param holds whether calls wait for {@link #release()}
     */
    HeldGraph(boolean holds) {
        this.holds = holds;
    }

    /** Answers the calls that wait. */
    void release() {
        var all = List.copyOf(held);
        held.clear();
        all.forEach(call -> call.answer.complete(signals(call.accounts)));
    }

    @Override
    public CompletionStage<Map<UUID, PresenceSignal>> presences(
            MicrosoftTenant tenant, Collection<UUID> accounts) {
        if (!holds) {
            return CompletableFuture.completedFuture(signals(accounts));
        }
        var call = new Held(List.copyOf(accounts), new CompletableFuture<>());
        held.add(call);
        return call.answer;
    }

    private static Map<UUID, PresenceSignal> signals(Collection<UUID> accounts) {
        var signals = new HashMap<UUID, PresenceSignal>();
        accounts.forEach(account -> signals.put(account, AVAILABLE));
        return signals;
    }

    @Override
    public CompletionStage<Boolean> scheduleProvisioned(MicrosoftTenant tenant, UUID team) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<RotaRows> shifts(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<RotaRows> timeOff(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<RotaPage> timeOffPage(
            MicrosoftTenant tenant,
            UUID team,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String link) {
        throw new UnsupportedOperationException();
    }

    private record Held(List<UUID> accounts, CompletableFuture<Map<UUID, PresenceSignal>> answer) {}
}

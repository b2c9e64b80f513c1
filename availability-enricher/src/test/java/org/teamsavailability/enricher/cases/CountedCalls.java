package org.teamsavailability.enricher.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/** Counts the calls that are out: from before they start until their reply has been dealt with. */
final class CountedCalls implements GraphPort {

    private final GraphPort port;
    private final AtomicLong out = new AtomicLong();

    CountedCalls(GraphPort port) {
        this.port = port;
    }

    long out() {
        return out.get();
    }

    @Override
    public CompletionStage<Map<UUID, PresenceSignal>> presences(
            MicrosoftTenant tenant, Collection<UUID> accounts) {
        out.incrementAndGet();
        return counted(port.presences(tenant, accounts));
    }

    @Override
    public CompletionStage<Boolean> scheduleProvisioned(MicrosoftTenant tenant, UUID team) {
        out.incrementAndGet();
        return counted(port.scheduleProvisioned(tenant, team));
    }

    @Override
    public CompletionStage<RotaRows> shifts(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        out.incrementAndGet();
        return counted(port.shifts(tenant, team, firstDay, lastDay));
    }

    @Override
    public CompletionStage<RotaRows> timeOff(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        out.incrementAndGet();
        return counted(port.timeOff(tenant, team, firstDay, lastDay));
    }

    @Override
    public CompletionStage<RotaPage> timeOffPage(
            MicrosoftTenant tenant,
            UUID team,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String link) {
        out.incrementAndGet();
        return counted(port.timeOffPage(tenant, team, firstDay, lastDay, link));
    }

    /** What depends on the stage given back runs before the call stops counting. */
    private <T> CompletionStage<T> counted(CompletionStage<T> call) {
        var reply = new CompletableFuture<T>();
        var _ =
                call.whenComplete((result, failure) -> {
                    if (failure == null) {
                        reply.complete(result);
                    } else {
                        reply.completeExceptionally(failure);
                    }
                    out.decrementAndGet();
                });
        return reply;
    }
}

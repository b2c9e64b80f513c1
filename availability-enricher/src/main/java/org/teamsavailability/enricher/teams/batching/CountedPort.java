package org.teamsavailability.enricher.teams.batching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/** Counts the calls of one workload and tenant against what Microsoft allows. */
record CountedPort(GraphPort port, RateLimitUsage usage) implements GraphPort {

    @Override
    public CompletionStage<Map<UUID, PresenceSignal>> presences(
            MicrosoftTenant tenant, Collection<UUID> accounts) {
        usage.recordCall(tenant);
        return port.presences(tenant, accounts);
    }

    @Override
    public CompletionStage<Boolean> scheduleProvisioned(MicrosoftTenant tenant, UUID team) {
        usage.recordCall(tenant);
        return port.scheduleProvisioned(tenant, team);
    }

    @Override
    public CompletionStage<RotaRows> shifts(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        usage.recordCall(tenant);
        return port.shifts(tenant, team, firstDay, lastDay);
    }

    @Override
    public CompletionStage<RotaPage> timeOffPage(
            MicrosoftTenant tenant,
            UUID team,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String link) {
        usage.recordCall(tenant);
        return port.timeOffPage(tenant, team, firstDay, lastDay, link);
    }

    @Override
    public CompletionStage<RotaRows> timeOff(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        usage.recordCall(tenant);
        return port.timeOff(tenant, team, firstDay, lastDay);
    }
}

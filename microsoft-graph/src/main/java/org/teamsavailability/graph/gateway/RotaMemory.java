package org.teamsavailability.graph.gateway;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.Outcome;
import org.teamsavailability.graph.RotaSpan;

/** Parts of rotas, and which teams have a usable schedule; used from any thread. */
final class RotaMemory {

    private final Memory<RotaPart, List<RotaSpan>> spans;
    private final Memory<UUID, List<RotaSpan>> schedules;

    RotaMemory(GatewaySettings settings, InstantSource clock) {
        spans =
                new Memory<>(
                        settings.ages().rota(),
                        settings.memory().spans(),
                        RotaMemory::weight,
                        clock);
        schedules =
                new Memory<>(
                        settings.ages().schedule(), settings.memory().schedules(), _ -> 1, clock);
    }

    @Nullable Outcome<List<RotaSpan>> recall(MicrosoftTenant tenant, RotaPart part, Instant now) {
        return switch (part) {
            case RotaPart.Schedule(UUID team) -> schedules.recall(tenant, team, now);
            case RotaPart.Shifts _, RotaPart.TimeOff _ -> spans.recall(tenant, part, now);
        };
    }

    void remember(
            MicrosoftTenant tenant, RotaPart part, Outcome<List<RotaSpan>> outcome, Instant at) {
        switch (part) {
            case RotaPart.Schedule(UUID team) -> schedules.remember(tenant, team, outcome, at);
            case RotaPart.Shifts _, RotaPart.TimeOff _ -> spans.remember(tenant, part, outcome, at);
        }
    }

    private static int weight(Outcome<List<RotaSpan>> outcome) {
        return outcome instanceof Outcome.Read<List<RotaSpan>>(List<RotaSpan> read, _)
                ? 1 + read.size()
                : 1;
    }
}

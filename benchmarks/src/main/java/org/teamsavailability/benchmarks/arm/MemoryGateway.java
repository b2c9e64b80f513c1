package org.teamsavailability.benchmarks.arm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.TeamRota;

/** Answers every read at once: everybody is available, and teams have no shifts. */
final class MemoryGateway implements TeamsGateway {

    private static final PresenceSignal AVAILABLE =
            new PresenceSignal("Available", "Available", false);
    private static final TeamRota NO_SHIFTS = new TeamRota(List.of(), List.of());

    @Override
    public TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant,
            Collection<UUID> accounts,
            Instant deadline,
            Priority priority) {
        return Settled.with(accounts, AVAILABLE);
    }

    @Override
    public TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline) {
        return Settled.with(teams, NO_SHIFTS);
    }

    private record Settled<V>(Map<UUID, Outcome<V>> soFar) implements TeamsRead<UUID, V> {

        private static final CompletableFuture<@Nullable Void> DONE =
                CompletableFuture.completedFuture(null);

        static <V> Settled<V> with(Collection<UUID> keys, V value) {
            var outcome = new Outcome.Read<>(value, Instant.now());
            var all = new HashMap<UUID, Outcome<V>>();
            keys.forEach(key -> all.put(key, outcome));
            return new Settled<>(all);
        }

        @Override
        public CompletionStage<?> settled() {
            return DONE;
        }
    }
}

package org.teamsavailability.enricher.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** A Teams that a story tells, outcome by outcome; it counts what it is asked. */
final class FakeGateway implements TeamsGateway {

    private final Map<UUID, Outcome<PresenceSignal>> presences = new HashMap<>();
    private final Map<UUID, Outcome<TeamRota>> rotas = new HashMap<>();
    private int inquiries;
    private @Nullable String defect;

    void presence(UUID account, Outcome<PresenceSignal> outcome) {
        presences.put(account, outcome);
    }

    /** Teams is silent about everybody from now on. */
    void forgetPresences() {
        presences.clear();
    }

    void rota(UUID team, Outcome<TeamRota> outcome) {
        rotas.put(team, outcome);
    }

    /** Every read ends in a defect whose message is this; null where there is none. */
    void defect(@Nullable String message) {
        defect = message;
    }

    int inquiries() {
        return inquiries;
    }

    @Override
    public TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant, Collection<UUID> accounts, Instant deadline, Priority urgency) {
        return told(accounts, presences);
    }

    @Override
    public TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline) {
        return told(teams, rotas);
    }

    private <V> TeamsRead<UUID, V> told(Collection<UUID> keys, Map<UUID, Outcome<V>> story) {
        inquiries++;
        if (defect != null) {
            throw new IllegalStateException(defect);
        }
        var outcomes = new LinkedHashMap<UUID, Outcome<V>>();
        for (UUID key : keys) {
            var outcome = story.get(key);
            if (outcome != null) {
                outcomes.put(key, outcome);
            }
        }
        boolean all = outcomes.size() == keys.size();
        return new Told<>(
                all ? CompletableFuture.completedFuture(null) : new CompletableFuture<>(),
                outcomes);
    }

    private record Told<V>(CompletionStage<?> settled, Map<UUID, Outcome<V>> soFar)
            implements TeamsRead<UUID, V> {}
}

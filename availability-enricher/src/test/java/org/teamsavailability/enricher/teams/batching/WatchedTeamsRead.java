package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;

/** A request's reads, their keys, and the laws of their outcomes. */
final class WatchedTeamsRead<V> {

    private final MicrosoftTenant tenant;
    private final boolean presence;
    private final Set<UUID> keys;
    private final Instant asked;
    private final Instant deadline;
    private final TeamsRead<UUID, V> teamsRead;
    private @Nullable Map<UUID, Outcome<V>> last;

    WatchedTeamsRead(
            MicrosoftTenant tenant,
            boolean presence,
            List<UUID> keys,
            Instant asked,
            Instant deadline,
            TeamsRead<UUID, V> teamsRead) {
        this.tenant = tenant;
        this.presence = presence;
        this.keys = Set.copyOf(keys);
        this.asked = asked;
        this.deadline = deadline;
        this.teamsRead = teamsRead;
    }

    /** Not seen settled yet. */
    boolean isOpen() {
        return last == null;
    }

    boolean waitsFor(MicrosoftTenant whose, boolean forPresence, UUID key, Instant now) {
        return isOpen()
                && tenant.equals(whose)
                && presence == forPresence
                && keys.contains(key)
                && now.isBefore(deadline);
    }

    /** Whether it asked for an account's presence at this moment or later. */
    boolean askedFor(MicrosoftTenant whose, UUID account, Instant since) {
        return tenant.equals(whose) && presence && keys.contains(account) && !asked.isBefore(since);
    }

    void check(Instant now, List<String> broken) {
        Map<UUID, Outcome<V>> known = teamsRead.soFar();
        boolean settled = GatewayFixture.isSettled(teamsRead);
        if (last != null && !last.equals(known)) {
            broken.add("outcomes changed after it was settled");
        }
        if (settled && now.isBefore(deadline) && !known.keySet().equals(keys)) {
            broken.add("settled before the deadline without every outcome");
        }
        if (!settled && !now.isBefore(deadline)) {
            broken.add("not settled at the deadline");
        }
        known.forEach((key, outcome) -> check(key, outcome, broken));
        last = settled ? known : null;
    }

    private void check(UUID key, Outcome<V> outcome, List<String> broken) {
        if (outcome instanceof Outcome.Read<V>(V value, Instant readAt)) {
            Duration limit = presence ? Duration.ofSeconds(5) : Duration.ofSeconds(60);
            if (readAt.isBefore(asked.minus(limit))) {
                broken.add("older than its age limit");
            }
            if (value instanceof PresenceSignal(String of, _, _)
                    && of != null
                    && !of.equals(key + "@" + readAt)) {
                broken.add("somebody else's presence, or another moment's");
            }
        }
    }
}

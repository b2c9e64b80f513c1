package org.teamsavailability.enricher.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.teamsavailability.enricher.topology.Fetches;
import org.teamsavailability.enricher.topology.StreamsState;

/**
 * Ready while requests are answered: the Streams client runs, and a broker has answered a fetch in
 * the last 30 s. Part of the readiness group.
 */
public final class StreamsHealth implements HealthIndicator {

    private final StreamsState state;
    private final Fetches fetches;

    public StreamsHealth(StreamsState state, Fetches fetches) {
        this.state = state;
        this.fetches = fetches;
    }

    @Override
    public Health health() {
        var silence = fetches.sinceLast();
        var health = state.isReady() && fetches.areRecent() ? Health.up() : Health.outOfService();
        return health.withDetail("state", state.name())
                .withDetail(
                        "lastFetch", silence == null ? "none yet" : silence.toSeconds() + " s ago")
                .build();
    }
}

package org.teamsavailability.enricher.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.teamsavailability.enricher.topology.StreamsState;

/** Ready while requests are answered; part of the readiness group. */
public final class StreamsHealth implements HealthIndicator {

    private final StreamsState state;

    public StreamsHealth(StreamsState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        var health = state.isReady() ? Health.up() : Health.outOfService();
        return health.withDetail("state", state.name()).build();
    }
}

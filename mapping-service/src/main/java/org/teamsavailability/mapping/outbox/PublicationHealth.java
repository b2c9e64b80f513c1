package org.teamsavailability.mapping.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while publishing fails. Not part of the readiness group: the API works without Kafka, and
 * what it changes is published later. Operators are shown the details, so these are numbers, states
 * and what {@link FailureClasses} gives: nothing of a row and none of our secrets. The page asks
 * for no password, and may show the name of a host and what a broker or a token endpoint says of
 * us.
 */
final class PublicationHealth implements HealthIndicator {

    private final RelayStatus status;

    PublicationHealth(RelayStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        var state = status.state();
        var health =
                switch (state) {
                    case FAILING -> Health.down().withDetail("failure", status.cause());
                    case STOPPED -> Health.unknown();
                    case STANDING_BY, PUBLISHING -> Health.up();
                };
        return health.withDetail("state", state)
                .withDetail("marks", status.marks())
                .withDetail("lagSeconds", status.lag().toSeconds())
                .build();
    }
}

package org.teamsavailability.enricher.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.teamsavailability.enricher.answering.CredentialsWatch;
import org.teamsavailability.graph.MicrosoftCloud;

/**
 * Says loudly that Microsoft refuses our own credentials: an outage for every desk at once that
 * only the operator can mend. Not part of the readiness group: answers go on without Teams, and a
 * roll-out that brings the new secret must not wait. Any thread.
 */
public final class CredentialsHealth implements HealthIndicator, CredentialsWatch {

    private static final Logger log = LoggerFactory.getLogger(CredentialsHealth.class);

    private final Set<MicrosoftCloud> refused = ConcurrentHashMap.newKeySet();

    public CredentialsHealth(MeterRegistry registry) {
        Gauge.builder("teams.availability.credentials.refused", refused, Set::size)
                .description(
                        "Clouds in which Microsoft refuses our own client secret or certificate")
                .register(registry);
    }

    @Override
    public void refused(MicrosoftCloud cloud) {
        if (refused.add(cloud)) {
            log.atError()
                    .addKeyValue("cloud", cloud)
                    .log(
                            "Microsoft refuses our own credentials: renew the client secret or"
                                    + " certificate; until then every answer is PSA-only");
        }
    }

    @Override
    public void accepted(MicrosoftCloud cloud) {
        if (refused.remove(cloud)) {
            log.atInfo().addKeyValue("cloud", cloud).log("Microsoft accepts our credentials again");
        }
    }

    @Override
    public Health health() {
        return refused.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("refusedIn", Set.copyOf(refused)).build();
    }
}

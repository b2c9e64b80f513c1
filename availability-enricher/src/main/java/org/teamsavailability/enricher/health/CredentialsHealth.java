package org.teamsavailability.enricher.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.teamsavailability.enricher.answering.CredentialsWatch;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Says loudly that Microsoft refuses our own credentials: an outage for every desk at once that
 * only the operator can mend. Not part of the readiness group: answers go on without Teams, and a
 * roll-out that brings the new secret must not wait. Any thread.
 *
 * <p>It is over when a tenant that was refused can be read again: only that takes a new token.
 */
public final class CredentialsHealth implements HealthIndicator, CredentialsWatch {

    private static final Logger log = LoggerFactory.getLogger(CredentialsHealth.class);

    private final Map<MicrosoftTenant, Instant> refused = new ConcurrentHashMap<>();

    public CredentialsHealth(MeterRegistry registry) {
        Gauge.builder("teams.availability.credentials.refused", this, it -> it.clouds().size())
                .description(
                        "Clouds in which Microsoft refuses our own client secret or certificate")
                .register(registry);
    }

    @Override
    public void refused(MicrosoftTenant tenant, Instant at) {
        boolean known = clouds().contains(tenant.cloud());
        refused.put(tenant, at);
        if (!known) {
            log.atError()
                    .addKeyValue("cloud", tenant.cloud())
                    .log(
                            "Microsoft refuses our own credentials: renew the client secret or"
                                    + " certificate; until then every answer is PSA-only");
        }
    }

    @Override
    public void accepted(MicrosoftTenant tenant, Instant readAt) {
        Instant refusedAt = refused.get(tenant);
        if (refusedAt != null && readAt.isAfter(refusedAt)) {
            refused.keySet().removeIf(other -> other.cloud() == tenant.cloud());
            log.atInfo()
                    .addKeyValue("cloud", tenant.cloud())
                    .log("Microsoft accepts our credentials again");
        }
    }

    @Override
    public Health health() {
        Set<MicrosoftCloud> clouds = clouds();
        return clouds.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("refusedIn", clouds).build();
    }

    private Set<MicrosoftCloud> clouds() {
        return refused.keySet().stream()
                .map(MicrosoftTenant::cloud)
                .collect(Collectors.toUnmodifiableSet());
    }
}

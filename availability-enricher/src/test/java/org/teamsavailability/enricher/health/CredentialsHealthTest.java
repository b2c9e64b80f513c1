package org.teamsavailability.enricher.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

class CredentialsHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final MicrosoftTenant NORTHWIND = tenant(MicrosoftCloud.GLOBAL);
    private static final MicrosoftTenant CONTOSO = tenant(MicrosoftCloud.GLOBAL);
    private static final MicrosoftTenant FABRIKAM = tenant(MicrosoftCloud.CHINA);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CredentialsHealth health = new CredentialsHealth(meters);

    @Test
    void isUpUntilCredentialsAreRefused() {
        assertThat(status()).isEqualTo(Status.UP);

        health.refused(NORTHWIND, NOW);

        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().toString()).contains("GLOBAL");
        assertThat(cloudsShown()).isEqualTo(1);
    }

    @Test
    void staysDownWhileATenantWithATokenFromBeforeIsStillRead() {
        health.refused(NORTHWIND, NOW);

        health.accepted(CONTOSO, NOW.plusSeconds(1));

        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void staysDownWhereTheRefusedTenantIsOnlyRemembered() {
        health.refused(NORTHWIND, NOW);

        health.accepted(NORTHWIND, NOW.minusSeconds(3));

        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void isUpAgainForTheWholeCloudOnceATenantThatWasRefusedIsRead() {
        health.refused(NORTHWIND, NOW);
        health.refused(CONTOSO, NOW);

        health.accepted(NORTHWIND, NOW.plusSeconds(1));

        assertThat(status()).isEqualTo(Status.UP);
        assertThat(cloudsShown()).isZero();
    }

    @Test
    void keepsCloudsApart() {
        health.refused(NORTHWIND, NOW);
        health.refused(FABRIKAM, NOW);

        health.accepted(FABRIKAM, NOW.plusSeconds(1));

        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(cloudsShown()).isEqualTo(1);
    }

    private Status status() {
        return health.health().getStatus();
    }

    private double cloudsShown() {
        return meters.get("teams.availability.credentials.refused").gauge().value();
    }

    private static MicrosoftTenant tenant(MicrosoftCloud cloud) {
        return new MicrosoftTenant(cloud, UUID.randomUUID());
    }
}

package org.teamsavailability.mapping.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The service watches over its credentials, as the enricher does. */
class CredentialsWatchTest extends RunningService {

    @Autowired
    @Qualifier("microsoftCredentials")
    private HealthIndicator health;

    @Autowired private MeterRegistry meters;

    @Test
    void showsHowItStandsWithThemAndWhenTheyExpire() {
        assertThat(requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);
        assertThat(requireNonNull(health.health()).getDetails().toString())
                .contains("GLOBAL", "expires=2126-03-31")
                .doesNotContain("never asked");
        assertThat(
                        meters.get("teams.availability.credentials.expiry.days")
                                .tag("cloud", "GLOBAL")
                                .gauge()
                                .value())
                .isPositive();
    }
}

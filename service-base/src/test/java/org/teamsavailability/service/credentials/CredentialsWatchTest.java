package org.teamsavailability.service.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.credentials.CredentialsReport;
import org.teamsavailability.graph.credentials.HeldCredential;
import org.teamsavailability.graph.credentials.OwnCredentials;
import org.teamsavailability.graph.credentials.Standing;
import org.teamsavailability.graph.settings.ClientCredential.Secret;

/** What an operator sees of credentials, whatever became of them. */
class CredentialsWatchTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant IN_12_HOURS = NOW.plus(Duration.ofHours(12));

    private final List<CredentialsReport> reports = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Reported credentials = new Reported();
    private final CredentialsHealth health = new CredentialsHealth(credentials);
    private final CredentialsMeters shown =
            new CredentialsMeters(credentials, Clock.fixed(NOW, ZoneOffset.UTC), meters);
    private int checks;

    private final class Reported implements OwnCredentials {
        @Override
        public void check() {
            checks++;
        }

        @Override
        public List<CredentialsReport> reports() {
            return reports;
        }
    }

    private static HeldCredential held(Standing standing, @Nullable Instant expires) {
        return new HeldCredential(new Secret("hush", expires), standing, NOW, false);
    }

    private static CredentialsReport global(
            boolean refused, @Nullable String problem, HeldCredential... held) {
        return new CredentialsReport(MicrosoftCloud.GLOBAL, List.of(held), refused, problem);
    }

    @Test
    void isUpAndSaysOnWhichDayTheyExpire() {
        reports.add(global(false, null, held(Standing.ACCEPTED, IN_12_HOURS)));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails().toString())
                .contains("GLOBAL", "expires=2026-03-02", "kind=secret", "standing=ACCEPTED")
                .doesNotContain("T21", "hush");
    }

    @Test
    void warnsWhereOneIsRefusedAndAnotherWorks() {
        reports.add(
                global(false, null, held(Standing.REFUSED, null), held(Standing.ACCEPTED, null)));

        assertThat(health.health().getStatus()).isEqualTo(CredentialsHealth.WARN);
        assertThat(value("refused")).isZero();
        assertThat(value("doubtful")).isEqualTo(1);
    }

    @Test
    void warnsWhereANewFileCannotBeUsedAndSaysWhy() {
        reports.add(global(false, "The file x is empty", held(Standing.ACCEPTED, null)));

        assertThat(health.health().getStatus()).isEqualTo(CredentialsHealth.WARN);
        assertThat(health.health().getDetails().toString()).contains("The file x is empty");
        assertThat(value("doubtful")).isEqualTo(1);
    }

    @Test
    void isDownWhereAllAreRefusedInOneCloud() {
        reports.add(global(false, null, held(Standing.ACCEPTED, null)));
        reports.add(
                new CredentialsReport(
                        MicrosoftCloud.CHINA, List.of(held(Standing.REFUSED, null)), true, null));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(value("refused")).isEqualTo(1);
    }

    @Test
    void isDownWhereADeskIsInACloudWithoutCredentials() {
        reports.add(new CredentialsReport(MicrosoftCloud.CHINA, List.of(), true, null));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(value("refused")).isEqualTo(1);
    }

    @Test
    void countsTheDaysToExpiryOfCloudsWhereTheyAreKnownAndOfNoOther() {
        reports.add(global(false, null, held(Standing.ACCEPTED, null)));
        shown.showExpiry();
        assertThat(meters.find("teams.availability.credentials.expiry.days").gauge()).isNull();

        reports.set(0, global(false, null, held(Standing.ACCEPTED, IN_12_HOURS)));
        new CredentialsRounds(credentials, shown).round();

        assertThat(checks).isEqualTo(1);
        assertThat(
                        meters.get("teams.availability.credentials.expiry.days")
                                .tag("cloud", "GLOBAL")
                                .gauge()
                                .value())
                .isEqualTo(0.5);

        reports.set(0, global(false, null, held(Standing.ACCEPTED, null)));
        shown.showExpiry();
        assertThat(meters.find("teams.availability.credentials.expiry.days").gauge()).isNull();
    }

    private double value(String name) {
        return meters.get("teams.availability.credentials." + name).gauge().value();
    }
}

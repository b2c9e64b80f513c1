package org.teamsavailability.service.credentials;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.teamsavailability.graph.credentials.CredentialsReport;
import org.teamsavailability.graph.credentials.OwnCredentials;

/** The credentials in numbers. Any thread. */
final class CredentialsMeters {

    private static final String PREFIX = "teams.availability.credentials.";
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final OwnCredentials credentials;
    private final Clock clock;
    private final MultiGauge expiry;

    CredentialsMeters(OwnCredentials credentials, Clock clock, MeterRegistry registry) {
        this.credentials = credentials;
        this.clock = clock;
        Gauge.builder(PREFIX + "refused", this, CredentialsMeters::refused)
                .description(
                        "Clouds in which Microsoft refuses our own client secret or certificate")
                .register(registry);
        Gauge.builder(PREFIX + "doubtful", this, CredentialsMeters::doubtful)
                .description(
                        "Clouds in which one of our credentials is refused, or a new file of them"
                                + " cannot be used")
                .register(registry);
        expiry =
                MultiGauge.builder(PREFIX + "expiry.days")
                        .description(
                                "Days until the last of our credentials of a cloud expires; absent"
                                        + " where nobody said when")
                        .register(registry);
        showExpiry();
    }

    /** To be called when credentials may have changed: a cloud without a known day has no gauge. */
    void showExpiry() {
        expiry.register(credentials.reports().stream().flatMap(this::row).toList(), true);
    }

    private Stream<MultiGauge.Row<?>> row(CredentialsReport report) {
        var expires = report.expires();
        return expires == null
                ? Stream.empty()
                : Stream.of(
                        MultiGauge.Row.of(
                                Tags.of("cloud", report.cloud().name()), () -> days(expires)));
    }

    private double days(Instant expires) {
        return Duration.between(clock.instant(), expires).toSeconds() / SECONDS_OF_A_DAY;
    }

    private double refused() {
        return reports().stream().filter(CredentialsReport::refused).count();
    }

    private double doubtful() {
        return reports().stream().filter(CredentialsReport::isDoubtful).count();
    }

    private List<CredentialsReport> reports() {
        return credentials.reports();
    }
}

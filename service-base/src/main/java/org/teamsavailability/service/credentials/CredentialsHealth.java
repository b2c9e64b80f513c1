package org.teamsavailability.service.credentials;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.teamsavailability.graph.credentials.CredentialsReport;
import org.teamsavailability.graph.credentials.HeldCredential;
import org.teamsavailability.graph.credentials.OwnCredentials;
import org.teamsavailability.graph.settings.ClientCredential;

/**
 * DOWN where Microsoft refuses all our own credentials of a cloud: an outage for every desk at once
 * that only the operator can fix. WARN where it refuses one of them, or a new file cannot be used,
 * while another still works. Not part of the readiness group: the service works without Teams, and
 * a roll-out that brings the new secret must not wait. Any thread.
 */
final class CredentialsHealth implements HealthIndicator {

    /** Unknown to Spring, which therefore leaves it out of the sum of all components. */
    static final Status WARN = new Status("WARN");

    private final OwnCredentials credentials;

    CredentialsHealth(OwnCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Health health() {
        var reports = credentials.reports();
        var health = Health.status(status(reports));
        reports.forEach(report -> health.withDetail(report.cloud().name(), details(report)));
        return health.build();
    }

    private static Status status(List<CredentialsReport> reports) {
        if (reports.stream().anyMatch(CredentialsReport::refused)) {
            return Status.DOWN;
        }
        return reports.stream().anyMatch(CredentialsReport::isDoubtful) ? WARN : Status.UP;
    }

    private static Map<String, Object> details(CredentialsReport report) {
        var details = new LinkedHashMap<String, Object>();
        details.put("refused", report.refused());
        putDay(details, report.expires());
        details.put("held", report.held().stream().map(CredentialsHealth::details).toList());
        var problem = report.problem();
        if (problem != null) {
            details.put("problem", problem);
        }
        return details;
    }

    private static Map<String, Object> details(HeldCredential held) {
        var details = new LinkedHashMap<String, Object>();
        details.put(
                "kind",
                switch (held.credential()) {
                    case ClientCredential.Secret _ -> "secret";
                    case ClientCredential.Certificate _ -> "certificate";
                });
        details.put("standing", held.standing());
        putDay(details, held.credential().expires());
        if (held.former()) {
            details.put("former", true);
        }
        return details;
    }

    private static void putDay(Map<String, Object> details, @Nullable Instant expires) {
        if (expires != null) {
            details.put("expires", LocalDate.ofInstant(expires, ZoneOffset.UTC).toString());
        }
    }
}

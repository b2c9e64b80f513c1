package org.teamsavailability.service.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.info.BuildProperties;

/** Shows which release runs, and on which Java: a gauge that is always 1. */
final class BuildInfo {

    private BuildInfo() {}

    static void show(BuildProperties build, MeterRegistry meters) {
        Gauge.builder("teams.availability.build.info", () -> 1)
                .description("1; the labels say which release runs, and on which Java")
                .tag("version", String.valueOf(build.getVersion()))
                .tag("java_version", Runtime.version().toString())
                .register(meters);
    }
}

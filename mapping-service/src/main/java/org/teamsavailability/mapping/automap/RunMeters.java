package org.teamsavailability.mapping.automap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Auto-map runs in numbers: how they ended, and how long they took. Any thread. */
record RunMeters(MeterRegistry registry) {

    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    /** The end of it is given later, to {@link #ended}. */
    Timer.Sample started() {
        return Timer.start(registry);
    }

    /**
     * It has ended.
     *
     * @param outcome {@code done}, or the name of the problem
     */
    void ended(Run run, Timer.Sample started, String outcome) {
        started.stop(
                Timer.builder("teams.availability.auto.map.runs")
                        .description("Auto-map runs, by how they ended")
                        .tag("outcome", outcome)
                        .tag("scope", run.scope().name().toLowerCase(Locale.ROOT))
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry));
    }
}

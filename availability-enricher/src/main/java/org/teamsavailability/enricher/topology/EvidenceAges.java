package org.teamsavailability.enricher.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Signal;

/** How old the oldest evidence of an answer was when it was decided, by signal. Any thread. */
final class EvidenceAges {

    private static final long NONE = -1;

    /** The default limits are 5 s of presence and 60 s of a rota, and a second for a call. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(6),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(61),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final Timer presence;
    private final Timer rota;

    EvidenceAges(MeterRegistry registry) {
        presence = timer(Signal.PRESENCE, registry);
        rota = timer(Signal.ROTA, registry);
    }

    void answered(CandidateAvailability answer) {
        long oldestPresence = NONE;
        long oldestRota = NONE;
        for (CandidateVerdict candidate : answer.getCandidates()) {
            oldestPresence = older(oldestPresence, candidate.getPresenceAgeMillis());
            oldestRota = older(oldestRota, candidate.getRotaAgeMillis());
        }
        record(presence, oldestPresence);
        record(rota, oldestRota);
    }

    private static long older(long oldest, @Nullable Long age) {
        return age == null ? oldest : Math.max(oldest, age);
    }

    private static void record(Timer ages, long millis) {
        if (millis != NONE) {
            ages.record(millis, TimeUnit.MILLISECONDS);
        }
    }

    private static Timer timer(Signal signal, MeterRegistry registry) {
        return Timer.builder("teams.availability.evidence.age")
                .description("Age of the oldest evidence that an answer was decided by")
                .tag("signal", signal.name())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}

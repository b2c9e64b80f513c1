package org.teamsavailability.enricher.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.Reason;

/** Counts answers by source and fallbacks by reason, and how long answers took. Any thread. */
public final class AnswerMetrics {

    private final Map<AvailabilitySource, Timer> answers = new EnumMap<>(AvailabilitySource.class);
    private final Map<Reason, Counter> fallbacks = new EnumMap<>(Reason.class);
    private final Counter late;

    public AnswerMetrics(MeterRegistry registry) {
        for (var source : AvailabilitySource.values()) {
            answers.put(
                    source,
                    Timer.builder("teams.availability.answers")
                            .description("Answers, from taking the request to deciding")
                            .tag("source", source.name())
                            .publishPercentileHistogram()
                            .register(registry));
        }
        for (var reason : Reason.values()) {
            fallbacks.put(
                    reason,
                    Counter.builder("teams.availability.fallbacks")
                            .description("Fallbacks of answers, by reason")
                            .tag("reason", reason.name())
                            .register(registry));
        }
        late =
                Counter.builder("teams.availability.late.answers")
                        .description("Answers decided after they were due")
                        .register(registry);
    }

    void answered(CandidateAvailability answer, Duration took) {
        requireNonNull(answers.get(answer.getSource()))
                .record(took.isNegative() ? Duration.ZERO : took);
        for (var fallback : answer.getFallbacks()) {
            requireNonNull(fallbacks.get(fallback.getReason())).increment();
        }
        if (answer.getLate()) {
            late.increment();
        }
    }
}

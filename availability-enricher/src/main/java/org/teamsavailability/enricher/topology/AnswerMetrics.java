package org.teamsavailability.enricher.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teamsavailability.enricher.stage.AcceptedRequest;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;

/**
 * Counts answers by source and fallbacks by reason and signal, how long answers took, and how old
 * their evidence was. Every meter is made at the start, so that nothing is looked up per answer and
 * a first one is a rise. Any thread.
 */
public final class AnswerMetrics {

    /** Latencies that people set objectives on; an answer is due after 2 s if nobody says when. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofMillis(800),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final Map<AvailabilitySource, Timer> answers = new EnumMap<>(AvailabilitySource.class);
    private final Map<Reason, Map<Signal, Counter>> fallbacks = new EnumMap<>(Reason.class);
    private final Timer sinceRequest;
    private final Counter late;
    private final EvidenceAges ages;

    public AnswerMetrics(MeterRegistry registry) {
        for (var source : written(AvailabilitySource.values(), AvailabilitySource.UNKNOWN)) {
            answers.put(source, answers(source, registry));
        }
        for (var reason : written(Reason.values(), Reason.UNKNOWN)) {
            var bySignal = new EnumMap<Signal, Counter>(Signal.class);
            for (var signal : written(Signal.values(), Signal.UNKNOWN)) {
                bySignal.put(signal, fallbacks(reason, signal, registry));
            }
            fallbacks.put(reason, bySignal);
        }
        sinceRequest =
                Timer.builder("teams.availability.request.to.answer")
                        .description("From the request's record timestamp to deciding its answer")
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
        late =
                Counter.builder("teams.availability.late.answers")
                        .description("Answers decided after they were due")
                        .register(registry);
        ages = new EvidenceAges(registry);
    }

    /** An answer given at once may seem to precede its request: it is dated in milliseconds. */
    void answered(AcceptedRequest request, CandidateAvailability answer) {
        var decidedAt = answer.getDecidedAt();
        requireNonNull(answers.get(answer.getSource()))
                .record(between(request.acceptedAt(), decidedAt));
        sinceRequest.record(between(request.timestamp(), decidedAt));
        for (var fallback : answer.getFallbacks()) {
            var bySignal = requireNonNull(fallbacks.get(fallback.getReason()));
            requireNonNull(bySignal.get(fallback.getSignal())).increment();
        }
        ages.answered(answer);
        if (answer.getLate()) {
            late.increment();
        }
    }

    /** UNKNOWN is only read, where a newer version wrote what this one does not know. */
    private static <V> List<V> written(V[] values, V unknown) {
        return Stream.of(values).filter(value -> !value.equals(unknown)).toList();
    }

    private static Duration between(Instant start, Instant end) {
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }

    private static Timer answers(AvailabilitySource source, MeterRegistry registry) {
        return Timer.builder("teams.availability.answers")
                .description("Answers, from taking the request to deciding")
                .tag("source", source.name())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static Counter fallbacks(Reason reason, Signal signal, MeterRegistry registry) {
        return Counter.builder("teams.availability.fallbacks")
                .description("Fallbacks of answers, by reason and by the signal that is missing")
                .tag("reason", reason.name())
                .tag("signal", signal.name())
                .register(registry);
    }
}

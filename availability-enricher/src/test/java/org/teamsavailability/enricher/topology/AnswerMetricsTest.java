package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.stage.AcceptedRequest;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

class AnswerMetricsTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AnswerMetrics metrics = new AnswerMetrics(registry);

    @Test
    void countsAnAnswerWhoseMillisecondIsNotOverWhenItIsGiven() {
        metrics.answered(taken(NINE, NINE.plusNanos(340_625)), answer(NINE, List.of()));

        assertThat(
                        registry.get("teams.availability.answers")
                                .tag("source", "PSA_ONLY")
                                .timer()
                                .count())
                .isOne();
    }

    @Test
    void timesAnAnswerFromItsRequestOnTheTopic() {
        metrics.answered(
                taken(NINE, NINE.plusMillis(300)), answer(NINE.plusMillis(500), List.of()));

        var sinceRequest = registry.get("teams.availability.request.to.answer").timer();
        assertThat(sinceRequest.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(500);
    }

    @Test
    void countsFallbacksByReasonAndSignal() {
        var throttled =
                new Fallback(
                        Reason.TEAMS_THROTTLED, Signal.ROTA, "message", null, null, null, null);

        metrics.answered(taken(NINE, NINE), answer(NINE, List.of(throttled)));

        assertThat(fallbacks("TEAMS_THROTTLED", "ROTA")).isOne();
        assertThat(fallbacks("TEAMS_THROTTLED", "PRESENCE")).isZero();
    }

    private double fallbacks(String reason, String signal) {
        return registry.get("teams.availability.fallbacks")
                .tags("reason", reason, "signal", signal)
                .counter()
                .count();
    }

    private static AcceptedRequest taken(Instant timestamp, Instant takenAt) {
        var request =
                DispatchRequested.newBuilder()
                        .setRequestId("R1")
                        .setServiceDeskId("D1")
                        .setTicketId("T1")
                        .setMode(DispatchMode.AI)
                        .setRequestedAt(timestamp)
                        .setCandidates(List.of())
                        .setTeamsAvailability(new TeamsAvailabilitySettings(true, List.of(), null))
                        .build();
        return new AcceptedRequest(
                new byte[0], timestamp, Map.of(), request, takenAt, Span.getInvalid());
    }

    private static CandidateAvailability answer(Instant decidedAt, List<Fallback> fallbacks) {
        return CandidateAvailability.newBuilder()
                .setRequestId("R1")
                .setServiceDeskId("D1")
                .setTicketId("T1")
                .setDecidedAt(decidedAt)
                .setSource(AvailabilitySource.PSA_ONLY)
                .setFallbacks(fallbacks)
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("")
                .setLate(false)
                .build();
    }
}

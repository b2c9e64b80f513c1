package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.stage.AcceptedRequest;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Fallback;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.RotaVerdict;
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

    @Test
    void timesTheOldestEvidenceOfAnAnswerBySignal() {
        metrics.answered(
                taken(NINE, NINE),
                answer(verdict(4_000L, 45_000L), verdict(1_200L, 30_000L), verdict(null, null)));

        assertThat(ages("PRESENCE").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(4_000);
        assertThat(ages("ROTA").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(45_000);
    }

    @Test
    void timesNoEvidenceWhereNothingWasRead() {
        metrics.answered(taken(NINE, NINE), answer(verdict(0L, null), verdict(null, null)));

        assertThat(ages("PRESENCE").count()).isOne();
        assertThat(ages("ROTA").count()).isZero();
    }

    @Test
    void hasBucketsOfUsualObjectives() {
        for (var name :
                List.of("teams.availability.answers", "teams.availability.request.to.answer")) {
            assertThat(registry.get(name).timers())
                    .allSatisfy(timer ->
                            assertThat(timer.takeSnapshot().histogramCounts())
                                    .extracting(bucket -> bucket.bucket(TimeUnit.SECONDS))
                                    .contains(0.1, 0.25, 0.5, 0.8, 1.0, 2.0, 2.5, 5.0));
        }
    }

    @Test
    void hasNoSeriesForAValueThatIsNeverWritten() {
        assertThat(registry.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .contains("TEAMS", "PRESENCE", "OVERLOADED")
                .doesNotContain("UNKNOWN");
    }

    private Timer ages(String signal) {
        return registry.get("teams.availability.evidence.age").tag("signal", signal).timer();
    }

    private static CandidateVerdict verdict(
            @Nullable Long presenceAgeMillis, @Nullable Long rotaAgeMillis) {
        return CandidateVerdict.newBuilder()
                .setTechnicianId("tech-1")
                .setPresence(PresenceVerdict.WORKING)
                .setRota(RotaVerdict.COVERS_SLOT)
                .setBlocked(false)
                .setPreference(Preference.NEUTRAL)
                .setExplanation("")
                .setPresenceAgeMillis(presenceAgeMillis)
                .setRotaAgeMillis(rotaAgeMillis)
                .build();
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

    private static CandidateAvailability answer(CandidateVerdict... candidates) {
        return answer(NINE, List.of(), List.of(candidates));
    }

    private static CandidateAvailability answer(Instant decidedAt, List<Fallback> fallbacks) {
        return answer(decidedAt, fallbacks, List.of());
    }

    private static CandidateAvailability answer(
            Instant decidedAt, List<Fallback> fallbacks, List<CandidateVerdict> candidates) {
        return CandidateAvailability.newBuilder()
                .setRequestId("R1")
                .setServiceDeskId("D1")
                .setTicketId("T1")
                .setDecidedAt(decidedAt)
                .setSource(AvailabilitySource.PSA_ONLY)
                .setFallbacks(fallbacks)
                .setCandidates(candidates)
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("")
                .setLate(false)
                .build();
    }
}

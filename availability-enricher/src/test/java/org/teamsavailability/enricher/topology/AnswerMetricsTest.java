package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;

class AnswerMetricsTest {

    @Test
    void countsAnAnswerWhoseMillisecondIsNotOverWhenItIsGiven() {
        var registry = new SimpleMeterRegistry();
        var answer =
                CandidateAvailability.newBuilder()
                        .setRequestId("R1")
                        .setServiceDeskId("D1")
                        .setTicketId("T1")
                        .setDecidedAt(Instant.EPOCH)
                        .setSource(AvailabilitySource.PSA_ONLY)
                        .setFallbacks(List.of())
                        .setCandidates(List.of())
                        .setInstructions(List.of())
                        .setNobodyAvailable(false)
                        .setRunOutput("")
                        .setLate(false)
                        .build();

        new AnswerMetrics(registry).answered(answer, Duration.ofNanos(-340_625));

        assertThat(
                        registry.get("teams.availability.answers")
                                .tag("source", "PSA_ONLY")
                                .timer()
                                .count())
                .isOne();
    }
}

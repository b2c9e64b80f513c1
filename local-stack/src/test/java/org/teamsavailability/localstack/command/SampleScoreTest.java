package org.teamsavailability.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;

class SampleScoreTest {

    private final SampleScore score = new SampleScore();

    @Test
    void tellsTheTimeWithinWhichNineteenOfTwentyAnswersCame() {
        for (int i = 1; i <= 20; i++) {
            score.add(answer(i > 17), i == 20, Duration.ofMillis(100L * i), List.of());
        }

        assertThat(score.text()).isEqualTo("20 of 20 answers as expected, 2 late, p95 1.9 s.");
    }

    @Test
    void countsAnAnswerThatDidNotComeAsUnexpectedAndNotAsFast() {
        score.add(answer(false), false, Duration.ofSeconds(2), List.of());
        score.add(null, false, Duration.ofSeconds(60), List.of("no answer came"));

        assertThat(score.text()).isEqualTo("1 of 2 answers as expected, 0 late, p95 2.0 s.");
        assertThat(score.unexpected()).isEqualTo(1);
    }

    private static CandidateAvailability answer(boolean late) {
        return CandidateAvailability.newBuilder()
                .setRequestId("r")
                .setServiceDeskId("d")
                .setTicketId("t")
                .setDecidedAt(Instant.EPOCH)
                .setSource(AvailabilitySource.TEAMS)
                .setFallbacks(List.of())
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("")
                .setLate(late)
                .build();
    }
}

package org.teamsavailability.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final String RUN = "run1-";

    private final Recording recording = new Recording(RUN, 10);

    @Test
    void countsLatencyFromTheMomentTheRequestWasDue() {
        recording.sending(0, 0, millis(1_000));

        recording.received(new ReceivedAnswer(RUN + 0, true, millis(1_250)));

        assertThat(recording.latencies((_, _) -> true).millis(50)).isCloseTo(250, offset(0.5));
    }

    @Test
    void takesAnswersFromTeamsWithinTwoSecondsForOnTime() {
        recording.sending(0, 0, 0);
        recording.sending(1, 0, 0);
        recording.sending(2, 0, 0);
        recording.sending(3, 0, 0);

        recording.received(new ReceivedAnswer(RUN + 0, true, millis(2_000)));
        recording.received(new ReceivedAnswer(RUN + 1, true, millis(2_001)));
        recording.received(new ReceivedAnswer(RUN + 2, false, millis(10)));

        assertThat(recording.isOnTime(0)).isTrue();
        assertThat(recording.isOnTime(1)).as("too late").isFalse();
        assertThat(recording.isOnTime(2)).as("without Teams").isFalse();
        assertThat(recording.isOnTime(3)).as("unanswered").isFalse();
    }

    @Test
    void countsTheSecondAnswerToARequestAsADuplicate() {
        recording.sending(0, 0, 0);

        recording.received(new ReceivedAnswer(RUN + 0, true, 1));
        recording.received(new ReceivedAnswer(RUN + 0, true, 2));

        assertThat(recording.answered()).isEqualTo(1);
        assertThat(recording.duplicates()).isEqualTo(1);
    }

    @Test
    void ignoresAnswersOfOtherRuns() {
        recording.sending(0, 0, 0);

        recording.received(new ReceivedAnswer("run2-0", true, 1));

        assertThat(recording.answered()).isZero();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}

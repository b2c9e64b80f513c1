package org.teamsavailability.mapping.tenantcheck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.connection.MovableClock;

class CallPaceTest {

    private final MovableClock clock = new MovableClock();
    private final CallPace pace = new CallPace(clock, Duration.ZERO);

    @Test
    void sendsSixtyRequestsAtMost() throws Exception {
        for (int request = 0; request < 60; request++) {
            pace.await();
        }

        assertThatExceptionOfType(NotTriedException.class)
                .isThrownBy(pace::await)
                .withMessage("this check sends at most 60 requests");
    }

    @Test
    void takesThreeMinutesAtMost() throws Exception {
        pace.await();
        clock.advance(Duration.ofMinutes(3));
        pace.await();
        clock.advance(Duration.ofMillis(1));

        assertThatExceptionOfType(NotTriedException.class)
                .isThrownBy(pace::await)
                .withMessage("this check takes at most 3 minutes");
    }
}

package org.teamsavailability.graph.sdk;

import static org.teamsavailability.graph.GraphFixture.NOW;

import java.time.Duration;
import org.teamsavailability.graph.TestClock;

/** Time that passes when somebody waits, and only then. */
final class TestTime extends TestClock implements Pause {

    Duration passed() {
        return Duration.between(NOW, instant());
    }

    @Override
    public void of(Duration duration) {
        advance(duration);
    }
}

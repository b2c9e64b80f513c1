package org.teamsavailability.graph.sdk;

import static org.teamsavailability.graph.GraphFixture.NOW;

import java.time.Duration;
import org.teamsavailability.testsupport.TestClock;

/** Time that passes when somebody waits, and only then. */
final class TestTime extends TestClock implements Pause {

    TestTime() {
        super(NOW);
    }

    Duration passed() {
        return Duration.between(NOW, instant());
    }

    @Override
    public void of(Duration duration) {
        advance(duration);
    }
}

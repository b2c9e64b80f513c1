package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResettableTimerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Duration> set = new ArrayList<>();
    private final List<Duration> calledOff = new ArrayList<>();
    private final ResettableTimer wake =
            new ResettableTimer(
                    (delay, _) -> {
                        set.add(delay);
                        return () -> calledOff.add(delay);
                    },
                    () -> {});

    @Test
    void keepsTheEarliestAlarmOnly() {
        wake.at(NOW.plusSeconds(5), NOW);
        wake.at(NOW.plusSeconds(9), NOW);
        wake.at(null, NOW);
        wake.at(NOW.plusSeconds(2), NOW);

        assertThat(set).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2));
        assertThat(calledOff).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void ringsAtOnceForWhatIsPastAndWithinTheHourForWhatIsCenturiesAway() {
        wake.at(NOW.plus(Duration.ofDays(400_000)), NOW);
        wake.at(NOW.minusSeconds(1), NOW);

        assertThat(set).containsExactly(Duration.ofHours(1), Duration.ZERO);
    }
}

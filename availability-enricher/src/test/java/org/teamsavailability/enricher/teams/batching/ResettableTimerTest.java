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
    private final ResettableTimer timer =
            new ResettableTimer(
                    (delay, _) -> {
                        set.add(delay);
                        return () -> calledOff.add(delay);
                    },
                    () -> {});

    @Test
    void keepsOnlyTheEarliestTimer() {
        timer.at(NOW.plusSeconds(5), NOW);
        timer.at(NOW.plusSeconds(9), NOW);
        timer.at(null, NOW);
        timer.at(NOW.plusSeconds(2), NOW);

        assertThat(set).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2));
        assertThat(calledOff).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void ringsAtOnceForWhatIsPastAndWithinTheHourForWhatIsCenturiesAway() {
        timer.at(NOW.plus(Duration.ofDays(400_000)), NOW);
        timer.at(NOW.minusSeconds(1), NOW);

        assertThat(set).containsExactly(Duration.ofHours(1), Duration.ZERO);
    }
}

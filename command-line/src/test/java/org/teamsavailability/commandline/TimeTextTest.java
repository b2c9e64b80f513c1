package org.teamsavailability.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"200ms, PT0.2S", "2s, PT2S", "1h30m, PT1H30M", "7d, PT168H", "0s, PT0S"})
    void readsDurations(String text, Duration duration) {
        assertThat(TimeText.duration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "-1h", "1w", "1h ", "9999999999s"})
    void takesNothingElseForADuration(String text) {
        assertThat(TimeText.duration(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-02T08:00:00Z",
        "now+2h, 2026-03-02T10:00:00Z",
        "now-30m, 2026-03-02T07:30:00Z",
        "2026-03-02T09:00:00+01:00, 2026-03-02T08:00:00Z"
    })
    void readsInstants(String text, Instant instant) {
        assertThat(TimeText.instant(text, NOW)).isEqualTo(instant);
    }

    @Test
    void takesNothingElseForAnInstant() {
        assertThat(TimeText.instant("tomorrow", NOW)).isNull();
        assertThat(TimeText.instant("now*2h", NOW)).isNull();
        assertThat(TimeText.instant("now+soon", NOW)).isNull();
    }
}

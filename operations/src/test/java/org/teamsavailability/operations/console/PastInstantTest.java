package org.teamsavailability.operations.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastInstantTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2h, 2026-03-02T06:00:00Z",
        "now-30m, 2026-03-02T07:30:00Z",
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z"
    })
    void isADurationAgoOrAnInstant(String text, Instant moment) {
        assertThat(PastInstant.of("--since", text, NOW)).isEqualTo(moment);
    }

    @Test
    void saysWhatIsAllowedWhereItIsNeither() {
        assertThatThrownBy(() -> PastInstant.of("--since", "noon", NOW))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "--since is 'noon', allowed: a duration such as 200ms, 2s, 30m, 1h30m or"
                                + " 7d ago, or an instant such as 2026-03-02T08:00:00Z, now,"
                                + " now+2h or now-30m");
    }
}

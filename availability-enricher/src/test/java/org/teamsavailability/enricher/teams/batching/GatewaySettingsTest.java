package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {

    @Test
    void defaultsAreWithinTheirRanges() {
        assertThat(GatewaySettings.defaults().calls().presencePace())
                .isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void namesTheSettingItsValueAndItsRange() {
        assertThatThrownBy(() ->
                        new GatewaySettings.Calls(
                                Duration.ofMillis(20), 0, 4, 30, 4, true, Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls.presenceInFlight is 0; it must lie between 1 and 64");
        assertThatThrownBy(() ->
                        new GatewaySettings.Retries(
                                3,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                Duration.ofHours(1)))
                .hasMessage("retries.longestPause is PT1S; it must lie between PT2S and PT1M");
        assertThatThrownBy(() ->
                        new GatewaySettings.Retries(
                                3,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofHours(25)))
                .hasMessage(
                        "retries.longestRetryAfter is PT25H; it must lie between PT1S and PT24H");
    }
}

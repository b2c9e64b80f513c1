package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits(3);
    private final UUID key = UUID.randomUUID();

    @Test
    void letsAKeyWaitAfterItsRequestsOfAMinute() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.secondsToWait(key)).isZero();
        }

        assertThat(limits.secondsToWait(key)).isBetween(1L, 21L);
    }

    @Test
    void countsEachKeyAlone() {
        for (int i = 0; i < 4; i++) {
            var _ = limits.secondsToWait(key);
        }

        assertThat(limits.secondsToWait(UUID.randomUUID())).isZero();
    }
}

package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimits limits = new RateLimits(3, new Now());
    private final UUID key = UUID.randomUUID();

    @Test
    void letsAKeyWaitAfterItsRequestsOfAMinute() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.secondsToWait(key)).isZero();
        }

        assertThat(limits.secondsToWait(key)).isEqualTo(21);
    }

    @Test
    void letsAKeyGoOnWhenItHasWaited() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.secondsToWait(key)).isZero();
        }

        now.addAndGet(Duration.ofSeconds(20).toNanos());

        assertThat(limits.secondsToWait(key)).isZero();
        assertThat(limits.secondsToWait(key)).isEqualTo(21);
    }

    @Test
    void countsEachKeyAlone() {
        for (int i = 0; i < 4; i++) {
            var _ = limits.secondsToWait(key);
        }

        assertThat(limits.secondsToWait(UUID.randomUUID())).isZero();
    }

    private final class Now implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}

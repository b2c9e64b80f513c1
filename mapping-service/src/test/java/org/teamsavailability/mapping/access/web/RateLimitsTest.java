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
            assertThat(limits.take(key).isTaken()).isTrue();
        }

        assertThat(limits.take(key)).isEqualTo(new RateLimits.Quota(false, 3, 0, 21));
    }

    @Test
    void tellsWhatIsLeft() {
        assertThat(limits.take(key)).isEqualTo(new RateLimits.Quota(true, 3, 2, 20));
        assertThat(limits.take(key)).isEqualTo(new RateLimits.Quota(true, 3, 1, 20));
    }

    @Test
    void letsAKeyGoOnWhenItHasWaited() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.take(key).isTaken()).isTrue();
        }

        now.addAndGet(Duration.ofSeconds(20).toNanos());

        assertThat(limits.take(key).isTaken()).isTrue();
        assertThat(limits.take(key).isTaken()).isFalse();
    }

    @Test
    void countsEachKeyAlone() {
        for (int i = 0; i < 4; i++) {
            var _ = limits.take(key);
        }

        assertThat(limits.take(UUID.randomUUID()).isTaken()).isTrue();
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

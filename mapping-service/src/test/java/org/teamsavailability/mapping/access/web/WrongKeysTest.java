package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongKeysTest {

    private static final String ADDRESS = "192.0.2.1";

    private final AtomicLong now = new AtomicLong();
    private final WrongKeys wrongKeys = new WrongKeys(3, new Now());

    @Test
    void refuseAnAddressAfterItsWrongKeysOfAMinute() {
        threeWrongKeys();

        assertThat(wrongKeys.secondsToWait(ADDRESS, "any")).isEqualTo(61);
        assertThat(wrongKeys.wrong(ADDRESS, "any")).isEqualTo(61);
        assertThat(wrongKeys.secondsToWait("192.0.2.2", "any")).isZero();
    }

    @Test
    void letTheAddressTryAgainAfterAMinute() {
        threeWrongKeys();

        now.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(wrongKeys.secondsToWait(ADDRESS, "any")).isZero();
        threeWrongKeys();
        assertThat(wrongKeys.secondsToWait(ADDRESS, "any")).isEqualTo(61);
    }

    @Test
    void letAKeyThatWasRightBeLookedUp() {
        wrongKeys.right("known");
        threeWrongKeys();

        assertThat(wrongKeys.secondsToWait(ADDRESS, "known")).isZero();

        assertThat(wrongKeys.wrong(ADDRESS, "known")).isEqualTo(61);
        assertThat(wrongKeys.secondsToWait(ADDRESS, "known")).isEqualTo(61);
    }

    private void threeWrongKeys() {
        for (int i = 0; i < 3; i++) {
            assertThat(wrongKeys.wrong(ADDRESS, "wrong")).isZero();
        }
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

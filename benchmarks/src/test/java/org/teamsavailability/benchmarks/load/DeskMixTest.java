package org.teamsavailability.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeskMixTest {

    private static final int PICKS = 100_000;

    @Test
    void picksTheNoisyDeskAHundredTimesAsOften() {
        var counts = counts(DeskMix.noisy(3, 100), 3);

        assertThat(counts[0] / (double) counts[1]).isBetween(80.0, 125.0);
        assertThat(counts[1] / (double) counts[2]).isBetween(0.8, 1.25);
    }

    @Test
    void picksByZipfsLaw() {
        var counts = counts(DeskMix.zipf(4, 1), 4);

        assertThat(counts[0] / (double) counts[1]).isBetween(1.9, 2.1);
        assertThat(counts[0] / (double) counts[3]).isBetween(3.8, 4.2);
    }

    private static int[] counts(DeskMix mix, int desks) {
        var random = new SplittableRandom(7);
        var counts = new int[desks];
        for (int i = 0; i < PICKS; i++) {
            counts[mix.pick(random)]++;
        }
        return counts;
    }
}

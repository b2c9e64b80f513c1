package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownSchemasTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final UnknownSchemas unknown = new UnknownSchemas(nanos::get);

    @Test
    void areRememberedForAMinute() {
        assertThat(unknown.contains(7)).isFalse();
        unknown.add(7);

        pass(UnknownSchemas.REMEMBERED.minusNanos(1));
        assertThat(unknown.contains(7)).isTrue();
        assertThat(unknown.contains(8)).isFalse();
        pass(Duration.ofNanos(1));

        assertThat(unknown.contains(7)).isFalse();
    }

    @Test
    void areAtMostAThousandAtATime() {
        IntStream.range(0, UnknownSchemas.MOST).forEach(unknown::add);

        unknown.add(-1);
        assertThat(unknown.contains(-1)).isFalse();
        assertThat(unknown.contains(0)).isTrue();
        pass(UnknownSchemas.REMEMBERED);
        unknown.add(-1);

        assertThat(unknown.contains(-1)).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

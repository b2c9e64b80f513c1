package org.teamsavailability.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusesTest {

    private final Statuses statuses = new Statuses();

    @Test
    void countsEachStatus() {
        statuses.count(200);
        statuses.count(200);
        statuses.count(429);

        assertThat(statuses.of(200)).isEqualTo(2);
        assertThat(statuses.of(429)).isEqualTo(1);
        assertThat(statuses.of(202)).isZero();
    }

    @Test
    void takesEveryCallButA200AsOneWithoutAnswer() {
        statuses.count(200);
        statuses.count(202);
        statuses.count(429);
        statuses.count(503);
        statuses.countNoResponse();

        assertThat(statuses.withoutAnswer()).isEqualTo(4);
    }

    @Test
    void takesABrokenConnectionAndAnUnexpectedStatusAsFailed() {
        statuses.count(200);
        statuses.count(202);
        statuses.count(429);
        statuses.count(503);
        statuses.countNoResponse();

        assertThat(statuses.failed()).isEqualTo(2);
    }
}

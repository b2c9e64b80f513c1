package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommitPacingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicLong madeByStreams = new AtomicLong();
    private final CommitPacing thread = new CommitPacing(Duration.ofMillis(15), madeByStreams::get);
    private final List<String> asked = new ArrayList<>();
    private final TaskCommits one = thread.forTask(() -> asked.add("one"));
    private final TaskCommits other = thread.forTask(() -> asked.add("other"));

    @Test
    void asksOnceForAllTasksOfTheThread() {
        one.forwarded();
        other.forwarded();

        one.commitIfDue(NOW, false);
        other.commitIfDue(NOW.plusMillis(15), false);

        assertThat(asked).containsExactly("one");
        assertThat(other.isOutstanding()).isFalse();
    }

    @Test
    void keepsThePauseBetweenTasks() {
        one.forwarded();
        one.commitIfDue(NOW, false);
        other.forwarded();

        other.commitIfDue(NOW.plusMillis(14), false);
        assertThat(asked).containsExactly("one");
        other.commitIfDue(NOW.plusMillis(15), false);

        assertThat(asked).containsExactly("one", "other");
    }

    @Test
    void asksForNothingThatStreamsHasCommitted() {
        one.forwarded();
        madeByStreams.incrementAndGet();

        one.commitIfDue(NOW, false);

        assertThat(one.isOutstanding()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void waitsLongerWhileRequestsWaitToBeAccepted() {
        one.forwarded();
        one.commitIfDue(NOW, true);
        one.forwarded();

        one.commitIfDue(NOW.plusMillis(99), true);
        assertThat(asked).hasSize(1);
        one.commitIfDue(NOW.plusMillis(100), true);

        assertThat(asked).hasSize(2);
    }

    @Test
    void asksForNothingBeforeAnythingIsForwarded() {
        one.commitIfDue(NOW, false);

        assertThat(asked).isEmpty();
    }
}

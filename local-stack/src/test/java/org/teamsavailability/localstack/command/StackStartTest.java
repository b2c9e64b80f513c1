package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.localstack.server.Startable;
import org.teamsavailability.servers.process.ServerFailedException;

class StackStartTest {

    private final ServerFailedException taken =
            ServerFailedException.ended("Kafka", 1, List.of("Address already in use"));

    private final ServerFailedException broken =
            ServerFailedException.ended("Kafka", 1, List.of("no space left"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<FakeStack> made = new ArrayList<>();

    @Test
    void startsAgainOnOtherPortsWhereOneWasTaken() {
        var start = start(taken, taken, null);

        assertThat(start.start()).isSameAs(made.get(2));
        assertThat(made).extracting(stack -> stack.closed).containsExactly(true, true, false);
        assertThat(out.toString(UTF_8))
                .contains("Another program took the port of Kafka meanwhile");

        start.close();
        assertThat(made.get(2).closed).isTrue();
    }

    @Test
    void givesUpAfterFiveAttempts() {
        var start = start(taken, taken, taken, taken, taken, null);

        assertThatThrownBy(start::start).isSameAs(taken);
        assertThat(made).hasSize(5);
    }

    @Test
    void doesNotTryAgainWhatFailsForAnotherReason() {
        var start = start(broken, null);

        assertThatThrownBy(start::start).isSameAs(broken);
        assertThat(start.current()).isSameAs(made.getFirst());
    }

    @Test
    void startsNothingOnceItIsClosed() {
        var start = start(taken, null);
        start.close();

        assertThatThrownBy(start::start).isInstanceOf(IllegalStateException.class);
        assertThat(made).isEmpty();
    }

    /** A start whose attempts end like this; null is a success. */
    private StackStart<FakeStack> start(@Nullable RuntimeException... ends) {
        return new StackStart<>(
                () -> {
                    var stack = new FakeStack(ends[made.size()]);
                    made.add(stack);
                    return stack;
                },
                new PrintStream(out, true, UTF_8));
    }

    private static final class FakeStack implements Startable {

        private final @Nullable RuntimeException end;
        private boolean closed;

        private FakeStack(@Nullable RuntimeException end) {
            this.end = end;
        }

        @Override
        public void start() {
            if (end != null) {
                throw end;
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

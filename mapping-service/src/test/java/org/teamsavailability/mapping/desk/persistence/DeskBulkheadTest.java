package org.teamsavailability.mapping.desk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.desk.DeskRefusal;
import org.teamsavailability.mapping.refusal.RefusedException;

class DeskBulkheadTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final DeskBulkhead bulkhead = new DeskBulkhead(1, Duration.ofMillis(1));

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void refuseADeskThatUsesItsTurnsAndNoOther() {
        var busy = busy("a");

        assertThatThrownBy(() -> bulkhead.in("a", () -> "done"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        it -> assertThat(it.refusal()).isInstanceOf(DeskRefusal.Busy.class));
        assertThat(bulkhead.in("b", () -> "done")).isEqualTo("done");

        end.countDown();
        busy.join();
        assertThat(bulkhead.in("a", () -> "done")).isEqualTo("done");
    }

    @Test
    void rememberOnlyDesksWithTransactions() {
        var busy = busy("a");
        assertThatThrownBy(() -> bulkhead.in("a", () -> "done"))
                .isInstanceOf(RefusedException.class);
        assertThat(bulkhead.in("b", () -> bulkhead.size())).isEqualTo(2);

        end.countDown();
        busy.join();

        assertThat(bulkhead.size()).isZero();
    }

    /** Returns when the desk's work has started. */
    private CompletableFuture<Void> busy(String desk) {
        var started = new CountDownLatch(1);
        var work =
                CompletableFuture.runAsync(
                        () ->
                                bulkhead.in(
                                        desk,
                                        () -> {
                                            started.countDown();
                                            return awaited(end);
                                        }),
                        task -> Thread.ofVirtual().start(task));
        awaited(started);
        return work;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

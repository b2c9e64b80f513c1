package org.teamsavailability.mapping.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String DESK = "northwind";

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore ends = new Semaphore(0);
    private final Batches<Integer, String> batches =
            new Batches<>(it -> Thread.startVirtualThread(it), this::work);

    private List<String> work(String desk, List<Integer> items) {
        done.add(desk + items);
        ends.acquireUninterruptibly();
        if (items.contains(-1)) {
            throw new IllegalStateException("no -1");
        }
        return items.stream().map(it -> desk + it).toList();
    }

    private List<CompletableFuture<String>> submit(String desk, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(it -> batches.submit(desk, it)).toList();
    }

    private void awaitBatches(int number) {
        await().until(() -> done.size() == number);
    }

    @AfterEach
    void remembersNoDeskWithoutABatch() {
        ends.release(1_000);
        await().until(() -> batches.size() == 0);
    }

    @Test
    void putsWhatArrivesDuringABatchInTheNextOne() {
        var first = batches.submit(DESK, 1);
        awaitBatches(1);
        var during = submit(DESK, 2, 4);
        ends.release(2);

        assertThat(first).succeedsWithin(LONG).isEqualTo("northwind1");
        assertThat(during.get(2)).succeedsWithin(LONG).isEqualTo("northwind4");
        assertThat(done).containsExactly("northwind[1]", "northwind[2, 3, 4]");
    }

    @Test
    void givesEachItemItsResult() throws Exception {
        ends.release(10);

        assertThat(batches.get(DESK, 7)).isEqualTo("northwind7");
    }

    @Test
    void keepsABatchBelowItsLimit() {
        var _ = batches.submit(DESK, 0);
        awaitBatches(1);
        var many = submit(DESK, 1, Batches.MOST + 1);
        ends.release(3);

        assertThat(CompletableFuture.allOf(many.toArray(CompletableFuture[]::new)))
                .succeedsWithin(LONG);
        assertThat(done).hasSize(3).last().isEqualTo("northwind[101]");
    }

    @Test
    void letsNoDeskWaitForAnother() {
        var _ = batches.submit(DESK, 1);
        var _ = batches.submit("contoso", 2);

        awaitBatches(2);
    }

    @Test
    void failsThoseOfTheBatchAlone() {
        var _ = batches.submit(DESK, 1);
        awaitBatches(1);
        var during = submit(DESK, -1, 0);
        ends.release(2);
        awaitBatches(2);
        ends.release();

        assertThatThrownBy(() -> during.getLast().join()).hasRootCauseMessage("no -1");
        assertThat(batches.submit(DESK, 5)).succeedsWithin(LONG).isEqualTo("northwind5");
    }

    @Test
    void throwsWhatItsBatchThrows() {
        ends.release(10);

        assertThatThrownBy(() -> batches.get(DESK, -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no -1");
    }
}

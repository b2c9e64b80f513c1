package org.teamsavailability.mapping.search.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.apache.kafka.common.KafkaException;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.search.SearchRefusal;

/** Runs searches, each with a consumer and a budget of its own. Any thread. */
public final class TopicSearches {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ConsumerPool consumers;
    private final long mostBytes;
    private final Duration within;
    private final FailureLog failures =
            new FailureLog(LoggerFactory.getLogger(TopicSearches.class), "A search failed");

    /**
     * @param consumers read what is committed
     * @param mostBytes of keys and values that a search reads
     * @param within how long it may take
     */
    public TopicSearches(ConsumerPool consumers, long mostBytes, Duration within) {
        this.consumers = consumers;
        this.mostBytes = mostBytes;
        this.within = within;
    }

    /**
     * Searches for a desk.
     *
     * @param what is searched, for the log
     * @throws RefusedException {@link SearchRefusal.StreamUnavailable}
     */
    public <T> T search(
            String serviceDeskId, String what, BiFunction<DeskReader, ReadBudget, T> search) {
        try {
            return consumers.use(consumer ->
                    search.apply(
                            new DeskReader(consumer, serviceDeskId),
                            ReadBudget.of(mostBytes, within)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException failure) {
                throw unavailable(what, failure);
            }
            throw new IllegalStateException("A search failed", e);
        }
    }

    private RefusedException unavailable(String what, Exception failure) {
        failures.failed(what, failure);
        return new SearchRefusal.StreamUnavailable(RETRY_AFTER).exception();
    }
}

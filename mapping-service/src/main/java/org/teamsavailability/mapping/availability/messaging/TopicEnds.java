package org.teamsavailability.mapping.availability.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where topics end, or ended less than a second ago: an earlier end only lets a later search read
 * more. All callers of a moment share one question to the brokers. Any thread.
 */
final class TopicEnds {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final OpenedOnce<Admin> admin;
    private final List<String> topics;
    private final Duration patience;
    private @Nullable CompletableFuture<Map<TopicPartition, Long>> latest;
    private long askedAt;

    /**
     * @param patience how long the brokers may take
     */
    TopicEnds(OpenedOnce<Admin> admin, List<String> topics, Duration patience) {
        this.admin = admin;
        this.topics = List.copyOf(topics);
        this.patience = patience;
    }

    /** The end of each partition: the offset of the next record. */
    Map<TopicPartition, Long> get()
            throws InterruptedException, ExecutionException, TimeoutException {
        return current().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<Map<TopicPartition, Long>> current() {
        var last = latest;
        boolean isFresh = System.nanoTime() - askedAt < FRESH_NANOS;
        if (last != null && (!last.isDone() || (isFresh && !last.isCompletedExceptionally()))) {
            return last;
        }
        askedAt = System.nanoTime();
        var next = ask().toCompletableFuture();
        latest = next;
        return next;
    }

    private CompletionStage<Map<TopicPartition, Long>> ask() {
        var client = admin.get();
        return client.describeTopics(topics)
                .allTopicNames()
                .toCompletionStage()
                .thenCompose(described ->
                        client.listOffsets(latestOf(described)).all().toCompletionStage())
                .thenApply(offsets -> {
                    var ends = new HashMap<TopicPartition, Long>();
                    offsets.forEach((partition, info) -> ends.put(partition, info.offset()));
                    return Map.copyOf(ends);
                });
    }

    private static Map<TopicPartition, OffsetSpec> latestOf(
            Map<String, TopicDescription> described) {
        var specs = new HashMap<TopicPartition, OffsetSpec>();
        described.forEach((topic, description) ->
                description
                        .partitions()
                        .forEach(it ->
                                specs.put(
                                        new TopicPartition(topic, it.partition()),
                                        OffsetSpec.latest())));
        return specs;
    }
}

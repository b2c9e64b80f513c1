package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.server.Servers;
import org.teamsavailability.schemas.Topics;

/** Reads the committed answers of an arm on a thread of its own, from its start on. */
final class AnswerConsumer implements AutoCloseable {

    private final Thread thread;
    private final CountDownLatch positioned = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable RuntimeException failure;

    /**
     * Returns when it is at the end of the topic.
     *
     * @param target called by its thread for each answer
     */
    AnswerConsumer(Servers servers, ArmProcess arm, Consumer<ReceivedAnswer> target)
            throws InterruptedException {
        var topic = Topics.CANDIDATE_AVAILABILITY.nameIn(arm.prefix());
        thread =
                Thread.ofPlatform()
                        .name("answers")
                        .daemon()
                        .start(() -> {
                            try {
                                consume(servers.kafka(), topic, target);
                            } catch (RuntimeException e) {
                                failure = e;
                            } finally {
                                positioned.countDown();
                            }
                        });
        positioned.await();
        check();
    }

    /** Throws what has ended the thread. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    private void consume(String kafka, String topic, Consumer<ReceivedAnswer> target) {
        var reader = new AnswerReader();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                kafka,
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                5000,
                                "fetch.max.wait.ms",
                                100,
                                "enable.auto.commit",
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(of -> new TopicPartition(of.topic(), of.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            positioned.countDown();
            while (!stopped) {
                for (var answer : consumer.poll(Duration.ofMillis(100))) {
                    target.accept(reader.read(answer.value(), System.nanoTime()));
                }
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.teamsavailability.benchmarks.arm;

import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.CommitMode;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.schemas.Topics;

/**
 * Confluent's Parallel Consumer with the blocking call on its worker threads: unordered, offsets
 * committed every second, at least once. It is faster so than in transactions.
 */
final class ParallelConsumerArm {

    private final ArmSettings settings;
    private final int concurrency;
    private final PeerTeams teams;

    ParallelConsumerArm(ArmSettings settings, int concurrency, PeerTeams teams) {
        this.settings = settings;
        this.concurrency = concurrency;
        this.teams = teams;
    }

    /** Returns when the process is asked to end. */
    void run() throws InterruptedException {
        var formats = PeerFormats.of(settings);
        var answer = new PlainAnswer(teams, TableRows.read(settings, formats));
        var perThread = ThreadLocal.withInitial(formats::forThread);
        var answers = settings.name(Topics.CANDIDATE_AVAILABILITY);
        try (var processor = ParallelStreamProcessor.createEosStreamProcessor(options())) {
            processor.subscribe(
                    List.of(settings.name(Topics.DISPATCH_REQUESTED)), new MarkReady(settings));
            processor.pollAndProduce(context -> {
                var mine = perThread.get();
                var request = context.getSingleConsumerRecord();
                var decided = answer.to(mine.requests().decode(request.value()));
                return new ProducerRecord<>(answers, request.key(), mine.answers().encode(decided));
            });
            new CountDownLatch(1).await();
        }
    }

    private ParallelConsumerOptions<String, byte[]> options() {
        return ParallelConsumerOptions.<String, byte[]>builder()
                .consumer(consumer())
                .producer(producer())
                .ordering(ProcessingOrder.UNORDERED)
                .maxConcurrency(concurrency)
                .commitMode(CommitMode.PERIODIC_CONSUMER_ASYNCHRONOUS)
                .commitInterval(Duration.ofSeconds(1))
                .build();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        settings.kafka(),
                        "group.id",
                        settings.group(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "latest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", settings.kafka(), "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private record MarkReady(ArmSettings settings) implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            settings.markReady();
        }
    }
}

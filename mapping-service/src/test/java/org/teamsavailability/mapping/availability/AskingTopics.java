package org.teamsavailability.mapping.availability;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.outbox.StubAvroDeserializer;
import org.teamsavailability.mapping.outbox.StubAvroSerializer;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.TopicCreation;

/**
 * The two topics under a prefix of their own on the one broker of the test run, and a responder in
 * the enricher's place: it answers each request that it may answer, and remembers all records.
 */
final class AskingTopics implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int PARTITIONS = 3;

    private final String prefix = "asking" + COUNT.incrementAndGet() + ".";
    private final StubAvroSerializer serializer = new StubAvroSerializer();
    private final StubAvroDeserializer deserializer = new StubAvroDeserializer();
    private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> unanswered = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
    private final Thread responder;
    private volatile Predicate<DispatchRequested> mayAnswer = _ -> true;
    private volatile boolean isClosed;

    AskingTopics() {
        try (var admin = Admin.create(client())) {
            new TopicCreation(admin, TopicCreation.Settings.unreplicated(prefix))
                    .create(
                            Stream.of(Topics.DISPATCH_REQUESTED, Topics.CANDIDATE_AVAILABILITY)
                                    .map(AskingTopics::smaller)
                                    .toList());
        }
        responder = Thread.ofPlatform().name("responder").daemon().start(this::respond);
    }

    /** A broker takes long to make partitions. */
    private static Topic smaller(Topic it) {
        return new Topic(
                it.name(),
                it.key(),
                it.value(),
                PARTITIONS,
                it.cleanup(),
                it.retention(),
                it.settings());
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", TestServers.kafka());
    }

    String prefix() {
        return prefix;
    }

    /** From now on these requests are answered, also those that came before. */
    void answerOnly(Predicate<DispatchRequested> which) {
        mayAnswer = which;
    }

    private void respond() {
        var topic = Topics.DISPATCH_REQUESTED.nameIn(prefix);
        var partitions =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(number -> new TopicPartition(topic, number))
                        .toList();
        try (var consumer =
                new KafkaConsumer<>(
                        client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!isClosed) {
                for (var record : consumer.poll(POLL)) {
                    records.add(record);
                    unanswered.add(record);
                }
                unanswered.removeIf(this::answer);
            }
        }
    }

    private boolean answer(ConsumerRecord<String, byte[]> record) {
        var request = request(record);
        if (!mayAnswer.test(request)) {
            return false;
        }
        var topic = Topics.CANDIDATE_AVAILABILITY.nameIn(prefix);
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                topic,
                                record.key(),
                                serializer.serialize(topic, FakeStreams.answer(request))));
        return true;
    }

    private DispatchRequested request(ConsumerRecord<String, byte[]> record) {
        return (DispatchRequested) deserializer.deserialize(record.topic(), record.value());
    }

    /** Writes the record of a request as an instance does that is killed right after. */
    void write(DispatchRequested request) throws InterruptedException, ExecutionException {
        var topic = Topics.DISPATCH_REQUESTED.nameIn(prefix);
        var record =
                new ProducerRecord<>(
                        topic, request.getServiceDeskId(), serializer.serialize(topic, request));
        record.headers()
                .add(
                        HeaderNames.REQUEST_ID,
                        request.getRequestId().getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(record).get();
    }

    /** The records of a request that the responder has read. */
    List<ConsumerRecord<String, byte[]>> recordsOf(String serviceDeskId, String requestId) {
        return records.stream()
                .filter(it -> it.key().equals(serviceDeskId))
                .filter(it -> request(it).getRequestId().equals(requestId))
                .toList();
    }

    /** How many records of these desks the responder has read. */
    long count(Predicate<String> desks) {
        return records.stream().filter(it -> desks.test(it.key())).count();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        isClosed = true;
        await().until(() -> !responder.isAlive());
        producer.close();
    }
}

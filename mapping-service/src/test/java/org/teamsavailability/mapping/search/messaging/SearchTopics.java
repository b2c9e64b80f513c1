package org.teamsavailability.mapping.search.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.teamsavailability.mapping.TestServers;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;

/**
 * The topics of requests, answers and fallbacks under a prefix of their own on the one broker of
 * the test run. Each has one partition, so that the records of all desks are among each other.
 */
public final class SearchTopics implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final RecordSerdes SERDES = RecordSerdes.withoutRegistry();
    private static final Duration LONG = Duration.ofMinutes(1);

    private final String prefix = "search" + COUNT.incrementAndGet() + ".";
    private final KafkaProducer<byte[], byte[]> producer = producer(Map.of());
    private final KafkaProducer<byte[], byte[]> transactional =
            producer(Map.of("transactional.id", prefix + "writer"));
    private final ConsumerPool consumers = pool(TestServers.kafka());

    /** What a test writes. */
    @FunctionalInterface
    public interface Writer {
        void write(Topic topic, SpecificRecord record, Instant at);
    }

    /** Makes them. */
    public SearchTopics() {
        try (var admin = Admin.create(client())) {
            await(
                    admin.createTopics(
                                    Stream.of(
                                                    Topics.DISPATCH_REQUESTED,
                                                    Topics.CANDIDATE_AVAILABILITY,
                                                    Topics.FALLBACK_REASON)
                                            .map(it ->
                                                    new NewTopic(it.nameIn(prefix), 1, (short) 1))
                                            .toList())
                            .all()
                            .toCompletionStage()
                            .toCompletableFuture());
        }
        transactional.initTransactions();
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", TestServers.kafka());
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        var settings = new HashMap<>(client());
        settings.putAll(more);
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private ConsumerPool pool(String kafka) {
        var settings = new KafkaSettings(kafka, prefix, "test", Map.of());
        return new ConsumerPool(
                () -> SearchMessagingWiring.consumer(settings, 0), 2, "search-test-");
    }

    /** The name of a topic. */
    public String name(Topic topic) {
        return topic.nameIn(prefix);
    }

    /** Decodes what {@link #send} has written. */
    public static <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
        return SERDES.forValue(type).deserializer();
    }

    /** Encodes what {@link #deserializer} reads. */
    public static <T extends SpecificRecord> Serializer<T> serializer(Class<T> type) {
        return SERDES.forValue(type).serializer();
    }

    /** Searches that read so many bytes each. */
    public TopicSearches searches(long mostBytes) {
        return new TopicSearches(consumers, mostBytes, LONG);
    }

    /** Searches where no broker is. The pool is the caller's. */
    public ConsumerPool unreachable(String address) {
        return pool(address);
    }

    /** Writes a record under the key of its desk, and waits for the broker. */
    public void send(Topic topic, SpecificRecord record, Instant at) {
        await(producer.send(of(topic, record, at)));
    }

    /** Writes bytes, and waits for the broker. */
    public void send(Topic topic, String key, byte[] value) {
        await(
                producer.send(
                        new ProducerRecord<>(
                                name(topic), key.getBytes(StandardCharsets.UTF_8), value)));
    }

    /** Writes many records under the key of another desk. */
    public void sendOthers(Topic topic, int count) {
        for (int i = 0; i < count; i++) {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    name(topic),
                                    "others".getBytes(StandardCharsets.UTF_8),
                                    new byte[20]));
        }
        producer.flush();
    }

    /** Writes records in one transaction. */
    public void inTransaction(boolean commits, Consumer<Writer> writes) {
        transactional.beginTransaction();
        writes.accept((topic, record, at) -> await(transactional.send(of(topic, record, at))));
        if (commits) {
            transactional.commitTransaction();
        } else {
            transactional.abortTransaction();
        }
    }

    @SuppressWarnings("unchecked") // of the record's own class
    private ProducerRecord<byte[], byte[]> of(Topic topic, SpecificRecord record, Instant at) {
        var type = (Class<SpecificRecord>) record.getClass();
        var value = SERDES.forValue(type).serializer().serialize(name(topic), record);
        var desk = field(record, "serviceDeskId");
        var message =
                new ProducerRecord<>(
                        name(topic),
                        null,
                        at.toEpochMilli(),
                        desk.getBytes(StandardCharsets.UTF_8),
                        value);
        if (topic.equals(Topics.CANDIDATE_AVAILABILITY)) {
            message.headers()
                    .add(
                            HeaderNames.CLOUD_EVENT_ID,
                            field(record, "requestId").getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    private static String field(SpecificRecord record, String name) {
        return String.valueOf(record.get(record.getSchema().getField(name).pos()));
    }

    private static void await(Future<?> sent) {
        try {
            var _ = sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        transactional.close();
        consumers.close();
        try (var admin = Admin.create(client())) {
            var _ =
                    admin.deleteTopics(
                            List.of(
                                    name(Topics.DISPATCH_REQUESTED),
                                    name(Topics.CANDIDATE_AVAILABILITY),
                                    name(Topics.FALLBACK_REASON)));
        }
    }
}

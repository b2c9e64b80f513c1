package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.Topics;

/** Stands in for the enricher: reads requests, and lets the test say what is answered. */
final class Enricher implements AutoCloseable {

    private final String prefix;
    private final KafkaConsumer<String, byte[]> requests;
    private final KafkaProducer<String, byte[]> answers;
    private final Thread thread;
    private final List<ConsumerRecord<String, byte[]>> seen = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * @param reaction called with this and the id of each request
     */
    Enricher(TestBroker broker, String prefix, BiConsumer<Enricher, String> reaction) {
        this.prefix = prefix;
        this.requests =
                new KafkaConsumer<>(
                        with(broker, "auto.offset.reset", "earliest", "group.id", prefix + "group"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        this.answers =
                new KafkaProducer<>(
                        with(broker, "linger.ms", 0, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        requests.subscribe(List.of(Topics.DISPATCH_REQUESTED.nameIn(prefix)));
        thread = Thread.ofPlatform().name("enricher").start(() -> run(reaction));
    }

    /** Writes an answer. */
    void answer(CandidateAvailability answer) {
        write(answer.getServiceDeskId(), PlainRecords.bytes(answer));
    }

    /** Writes any bytes as an answer. */
    void write(String key, byte[] value) {
        var _ =
                answers.send(
                        new ProducerRecord<>(
                                Topics.CANDIDATE_AVAILABILITY.nameIn(prefix), key, value));
        answers.flush();
    }

    /** The requests so far. */
    List<ConsumerRecord<String, byte[]>> seen() {
        return seen;
    }

    private void run(BiConsumer<Enricher, String> reaction) {
        try {
            while (!closed) {
                for (var record : requests.poll(Duration.ofMillis(100))) {
                    seen.add(record);
                    var id = record.headers().lastHeader(HeaderNames.REQUEST_ID).value();
                    reaction.accept(this, new String(id, UTF_8));
                }
            }
        } catch (WakeupException _) {
            // closed
        }
    }

    private static Map<String, Object> with(
            TestBroker broker, String name, Object value, String other, Object otherValue) {
        var settings = new HashMap<String, Object>(broker.connection());
        settings.put(name, value);
        settings.put(other, otherValue);
        return settings;
    }

    @Override
    public void close() {
        closed = true;
        requests.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        requests.close();
        answers.close();
    }
}

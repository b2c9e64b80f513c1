package org.teamsavailability.mapping.outbox;

import static org.teamsavailability.testsupport.Patience.PATIENCE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.outbox.messaging.KafkaPublishers;
import org.teamsavailability.mapping.outbox.persistence.AdvisoryLock;
import org.teamsavailability.mapping.outbox.persistence.PostgresOutbox;

/** An instance of the service, as far as it publishes; may be killed at any step. */
final class RelayProcess implements AutoCloseable {

    private static final int BATCH = 10;
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration STAND_BY = Duration.ofMillis(200);

    private final Queue<Producer<String, byte[]>> producers = new ConcurrentLinkedQueue<>();
    private final Kill kill;
    private final KafkaPublishers publishers;
    private final RelayStatus status = new RelayStatus(Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Telemetry telemetry =
            new Telemetry(
                    meters,
                    SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build()
                            .get("test"),
                    true);
    private final Outbox marks;
    private final int batch;
    private final RelayRunner runner;

    RelayProcess(TestDatabase database, TestTopics topics, Kill kill) {
        this(database, topics, kill, BATCH);
    }

    /**
     * @param batch most records of one transaction
     */
    RelayProcess(TestDatabase database, TestTopics topics, Kill kill, int batch) {
        this.kill = kill;
        this.batch = batch;
        this.marks =
                kill.watch(
                        Outbox.class,
                        new PostgresOutbox(database.asService(), database.deskTransactions()));
        this.publishers =
                new KafkaPublishers(
                        TestTopics.client(),
                        topics.prefix(),
                        TestTopics.serdes(),
                        this::producer,
                        PATIENCE,
                        telemetry);
        var lock =
                new AdvisoryLock(
                        database.sessions()::getConnection, Math.toIntExact(PATIENCE.toSeconds()));
        var numbers = new RelayMeters(meters, status);
        this.runner =
                new RelayRunner(
                        () ->
                                new RelayLoop(
                                        lock,
                                        publishers,
                                        new OutboxRelay(marks, batch),
                                        POLL,
                                        STAND_BY,
                                        new BacklogWatch(marks, status, Clock.systemUTC()),
                                        status,
                                        numbers),
                        true);
    }

    /** What another one has left is soon undone, so it asks soon again whether it is. */
    @SuppressWarnings("unchecked") // a proxy of the same type
    private Producer<String, byte[]> producer(Map<String, Object> settings) {
        settings.put("retry.backoff.ms", 10L);
        var producer = KafkaPublishers.connect(settings);
        producers.add(producer);
        return kill.watch(Producer.class, producer);
    }

    Publisher open() {
        return publishers.open();
    }

    Outbox marks() {
        return marks;
    }

    /** Passes until nothing is due, without the loop and its lock. */
    void publishAll() {
        try (var publisher = publishers.open()) {
            while (new OutboxRelay(marks, batch).pass(publisher).removed() > 0) {}
        }
    }

    RelayRunner runner() {
        return runner;
    }

    RelayStatus status() {
        return status;
    }

    /** The spans of what was published. */
    List<SpanData> spans() {
        return spans.getFinishedSpanItems();
    }

    double metric(String name) {
        return meters.get("teams.availability.publication." + name)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    /** What is left of a killed one goes with its process. */
    @Override
    public void close() {
        runner.stop();
        producers.forEach(producer -> producer.close(Duration.ZERO));
        publishers.close();
    }
}

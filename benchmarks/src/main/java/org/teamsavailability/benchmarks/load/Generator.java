package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.server.Servers;
import org.teamsavailability.benchmarks.world.WireFormat;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Topics;

/**
 * Open loop: sends at its rate whatever the arm does, and takes each latency from the moment at
 * which the request was due to the consumer that reads committed answers. For one thread.
 */
public final class Generator {

    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(90);
    private static final Duration PROBE_AGAIN = Duration.ofMillis(250);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Servers servers;
    private final ArmProcess arm;
    private final WireFormat<DispatchRequested> format;
    private final String topic;

    /** The arm's topics must exist. */
    public Generator(Servers servers, ArmProcess arm) {
        this.servers = servers;
        this.arm = arm;
        this.format =
                WireFormat.of(
                        servers.registry(),
                        arm.prefix(),
                        Topics.DISPATCH_REQUESTED,
                        DispatchRequested.class);
        this.topic = Topics.DISPATCH_REQUESTED.nameIn(arm.prefix());
    }

    /**
     * Offers the load; returns when every request is answered, or ten seconds after the last.
     *
     * @throws IllegalStateException if the arm answers no probe within 90 s
     */
    public LoadResult offer(Load load) throws InterruptedException {
        try (var producer = producer(load.perSecond() > 300 ? 2 : 0)) {
            producer.partitionsFor(topic);
            if (load.probed()) {
                awaitAnswer(producer, load);
            }
            return send(producer, load);
        }
    }

    /** Sends one request; returns how long its answer took, from Teams or not. */
    public Duration ask(Load load) throws InterruptedException {
        try (var producer = producer(0)) {
            producer.partitionsFor(topic);
            return awaitAnswer(producer, load);
        }
    }

    private Duration awaitAnswer(Producer<String, byte[]> producer, Load load)
            throws InterruptedException {
        var run = newRun();
        var requests = new Requests(load, run);
        int most = (int) (FIRST_ANSWER_WITHIN.toNanos() / PROBE_AGAIN.toNanos());
        var recording = new Recording(run, most);
        try (var answers = new AnswerConsumer(servers, arm, recording::received)) {
            long begin = System.nanoTime();
            for (int number = 0; number < most; number++) {
                int desk = requests.nextDesk();
                long now = System.nanoTime();
                recording.sending(number, desk, now);
                send(producer, requests, number, desk);
                while (recording.answered() == 0
                        && System.nanoTime() < now + PROBE_AGAIN.toNanos()) {
                    LockSupport.parkNanos(500_000);
                    answers.check();
                }
                if (recording.answered() > 0) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            }
        }
        throw new IllegalStateException(
                "%s answered no request within %d s"
                        .formatted(arm.arm().id(), FIRST_ANSWER_WITHIN.toSeconds()));
    }

    private LoadResult send(Producer<String, byte[]> producer, Load load)
            throws InterruptedException {
        var run = newRun();
        var requests = new Requests(load, run);
        int all = load.requests();
        var recording = new Recording(run, all);
        double period = 1e9 / load.perSecond();
        try (var answers = new AnswerConsumer(servers, arm, recording::received)) {
            long start = System.nanoTime() + Duration.ofMillis(50).toNanos();
            var meter = new UsageMeter(arm, servers.control(), recording);
            Duration behind;
            try (var _ = new TimedTasks(start, load.actions(), meter.actions(load.window()))) {
                for (int number = 0; number < all; number++) {
                    long due = start + (long) (number * period);
                    int desk = requests.nextDesk();
                    awaitMoment(due);
                    recording.sending(number, desk, due);
                    send(producer, requests, number, desk);
                    answers.check();
                }
                producer.flush();
                long end = start + (long) (all * period);
                behind = Duration.ofNanos(Math.max(0, System.nanoTime() - end));
            }
            drain(recording, answers);
            return new LoadResult(load, recording, start, meter.usage(behind));
        }
    }

    private void send(Producer<String, byte[]> producer, Requests requests, int number, int desk) {
        var value = format.encode(requests.request(number, desk));
        var _ = producer.send(new ProducerRecord<>(topic, requests.deskId(desk), value));
    }

    private static void drain(Recording recording, AnswerConsumer answers) {
        long end = System.nanoTime() + DRAIN.toNanos();
        while (recording.answered() < recording.sent() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            answers.check();
        }
    }

    private static void awaitMoment(long moment) {
        for (long now = System.nanoTime(); now < moment; now = System.nanoTime()) {
            LockSupport.parkNanos(moment - now);
        }
    }

    private Producer<String, byte[]> producer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        servers.kafka(),
                        "linger.ms",
                        lingerMillis,
                        "acks",
                        "all",
                        "buffer.memory",
                        128L << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Unlike that of any other run, also on the same topic. */
    private static String newRun() {
        return "run%d-".formatted(RUNS.incrementAndGet());
    }
}

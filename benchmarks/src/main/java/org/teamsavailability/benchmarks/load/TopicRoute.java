package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
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

/** Publishes requests and reads the committed answers. */
final class TopicRoute implements Route {

    /** From this rate on, requests share batches. */
    private static final double MANY = 300;

    private final Servers servers;
    private final ArmProcess arm;
    private final WireFormat<DispatchRequested> format;
    private final String topic;

    /** The arm's topics must exist. */
    TopicRoute(Servers servers, ArmProcess arm) {
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

    @Override
    public Session open(double perSecond, Consumer<ReceivedAnswer> target)
            throws InterruptedException {
        var answers = new AnswerConsumer(servers, arm, target);
        var producer = producer(perSecond > MANY ? 2 : 0);
        producer.partitionsFor(topic);
        return new Records(producer, answers);
    }

    @Override
    public Duration cpu() {
        return Duration.ZERO;
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

    private final class Records implements Session {
        private final Producer<String, byte[]> producer;
        private final AnswerConsumer answers;
        private final Statuses none = new Statuses();

        Records(Producer<String, byte[]> producer, AnswerConsumer answers) {
            this.producer = producer;
            this.answers = answers;
        }

        @Override
        public void send(DispatchRequested request) {
            var value = format.encode(request);
            var _ = producer.send(new ProducerRecord<>(topic, request.getServiceDeskId(), value));
        }

        @Override
        public void flush() {
            producer.flush();
        }

        @Override
        public void check() {
            answers.check();
        }

        @Override
        public Statuses statuses() {
            return none;
        }

        @Override
        public void close() {
            answers.close();
            producer.close();
        }
    }
}

package org.teamsavailability.benchmarks.arm;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/** Kafka Streams with the call of Graph in the processor, exactly once. */
final class NaiveArm {

    private static final String MAPPINGS = "mappings";
    private static final String CONNECTIONS = "connections";

    private final ArmSettings settings;
    private final PlainGraph graph;

    NaiveArm(ArmSettings settings) {
        this.settings = settings;
        this.graph = new PlainGraph(settings.simulator());
    }

    /** Returns when the process is asked to end. */
    void run() throws InterruptedException {
        var formats = PeerFormats.of(settings);
        var builder = new StreamsBuilder();
        table(builder, Topics.TECHNICIAN_MAPPING, MAPPINGS);
        table(builder, Topics.SERVICE_DESK_CONNECTION, CONNECTIONS);
        builder.stream(settings.name(Topics.DISPATCH_REQUESTED), consumed())
                .processValues(() -> new Asking(formats.forThread(), graph))
                .to(
                        settings.name(Topics.CANDIDATE_AVAILABILITY),
                        Produced.with(Serdes.String(), Serdes.ByteArray()));
        try (var streams = new KafkaStreams(builder.build(), properties())) {
            streams.setStateListener((now, _) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    settings.markReady();
                }
            });
            Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
            streams.start();
            new CountDownLatch(1).await();
        }
    }

    private void table(StreamsBuilder builder, Topic topic, String store) {
        builder.globalTable(
                settings.name(topic),
                consumed(),
                Materialized.as(Stores.inMemoryKeyValueStore(store)));
    }

    private static Consumed<String, byte[]> consumed() {
        return Consumed.with(Serdes.String(), Serdes.ByteArray());
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(
                Map.of(
                        "application.id",
                        settings.group(),
                        "bootstrap.servers",
                        settings.kafka(),
                        "processing.guarantee",
                        "exactly_once_v2",
                        "num.stream.threads",
                        Arm.NAIVE.concurrency(),
                        "replication.factor",
                        1,
                        "auto.offset.reset",
                        "latest",
                        "state.dir",
                        settings.state().toString(),
                        "max.poll.records",
                        100));
        return properties;
    }

    private static final class Asking implements FixedKeyProcessor<String, byte[], byte[]> {
        private final PeerFormats formats;
        private final PlainGraph graph;
        private @Nullable FixedKeyProcessorContext<String, byte[]> context;
        private @Nullable PlainAnswer answer;

        Asking(PeerFormats formats, PlainGraph graph) {
            this.formats = formats;
            this.graph = graph;
        }

        @Override
        public void init(FixedKeyProcessorContext<String, byte[]> context) {
            this.context = context;
            answer =
                    new PlainAnswer(
                            graph,
                            new StoreTables(
                                    formats,
                                    context.getStateStore(CONNECTIONS),
                                    context.getStateStore(MAPPINGS)));
        }

        @Override
        public void process(FixedKeyRecord<String, byte[]> request) {
            var decided = requireNonNull(answer).to(formats.requests().decode(request.value()));
            requireNonNull(context).forward(request.withValue(formats.answers().encode(decided)));
        }
    }

    private record StoreTables(
            PeerFormats formats,
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> connections,
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> mappings)
            implements PlainAnswer.Tables {

        @Override
        public @Nullable ServiceDeskConnection connection(String desk) {
            var row = connections.get(desk);
            return row == null ? null : formats.connections().decode(row.value());
        }

        @Override
        public @Nullable TechnicianMapping mapping(String deskAndTechnician) {
            var row = mappings.get(deskAndTechnician);
            return row == null ? null : formats.mappings().decode(row.value());
        }
    }
}

package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.DeskKeys;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.LocalStack;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.localstack.server.Progress;
import org.teamsavailability.localstack.server.StackSettings;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.systemtests.server.TestServers;

/**
 * A running stack with a mapping-service, as the tests speak of it. Each test has desks of its own,
 * and the simulator's journal keeps all of them.
 */
final class WholeStack implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PREFIX = "whole.";

    /** Made by one command, because a command starts a process. */
    private static final int DESKS = 44;

    /**
     * Nothing read is used twice, so that each answer shows what is so now; and operators have
     * switched on what they can.
     */
    private static Map<String, String> environment(TraceSink traces) {
        return Map.of(
                "TEAMSAVAILABILITY_TEAMS_PRESENCEAGE", "0s",
                "TEAMSAVAILABILITY_TEAMS_ROTAAGE", "0s",
                "LOG_FORMAT", "ecs",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", traces.endpoint(),
                "OTEL_TRACES_SAMPLER", "parentbased_traceidratio",
                "OTEL_TRACES_SAMPLER_ARG", "1.0",
                "OTEL_BSP_SCHEDULE_DELAY", "200");
    }

    private final LocalStack stack;
    private final TraceSink traces;
    private final Producer<String, byte[]> producer;
    private final TopicLog answers;
    private final Deque<ServiceDesk> unused = new ArrayDeque<>();

    private WholeStack(LocalStack stack, TraceSink traces) {
        this.stack = stack;
        this.traces = traces;
        this.producer = stack.endpoints().access().producer();
        this.answers = log(Topics.CANDIDATE_AVAILABILITY);
        var ids = IntStream.rangeClosed(1, DESKS).mapToObj(number -> "desk-" + number).toList();
        DeskKeys.create(
                        MappingService.command(Installation.ofThisProcess()),
                        MappingService.database(database()),
                        ids)
                .forEach((id, key) ->
                        unused.add(
                                new ServiceDesk(
                                        id, UUID.randomUUID(), new DeskApi(service(), key), this)));
    }

    /**
     * Starts it.
     *
     * @param shared whose broker and registry it uses
     */
    static WholeStack start(World shared) {
        var traces = TraceSink.open();
        var stack =
                new LocalStack(
                        new StackSettings(
                                Installation.ofThisProcess(),
                                Ports.anyFree(),
                                PREFIX,
                                Dataset.of(),
                                true,
                                List.of(),
                                List.of(),
                                List.of(),
                                environment(traces)),
                        Progress.silent(),
                        TestServers.sharing(shared.endpoints()));
        try {
            stack.start();
            return new WholeStack(stack, traces);
        } catch (RuntimeException e) {
            stack.close();
            traces.close();
            throw e;
        }
    }

    /** A desk that the operator has just made, and a tenant that it is not connected to yet. */
    ServiceDesk desk() {
        var desk = unused.remove();
        microsoft().tenants().put(desk.people(Tenant.of(desk.tenant())));
        return desk;
    }

    Endpoints endpoints() {
        return stack.endpoints();
    }

    GraphSimulator microsoft() {
        return requireNonNull(stack.simulator());
    }

    Server mappingService() {
        return stack.mappingService();
    }

    /** The mapping-service, as {@code http://localhost:8080}. */
    String service() {
        return requireNonNull(stack.endpoints().mappingService());
    }

    /** What both services have sent of their spans. */
    TraceSink traces() {
        return traces;
    }

    Server enricher() {
        return stack.enricher();
    }

    Management enricherManagement() {
        return new Management(stack.endpoints().enricher());
    }

    Management mappingManagement() {
        return new Management(stack.mappingManagement());
    }

    /** Its database, as a JDBC URL. */
    String database() {
        return requireNonNull(stack.endpoints().database());
    }

    /** Everything committed to a topic. */
    TopicLog log(Topic topic) {
        return TopicLog.committed(stack.endpoints().kafka(), topic.nameIn(PREFIX));
    }

    <T extends SpecificRecord> T decoded(Topic topic, Class<T> type, byte[] value) {
        return stack.serdes()
                .forValue(type)
                .deserializer()
                .deserialize(topic.nameIn(PREFIX), value);
    }

    <T extends SpecificRecord> void publish(Topic topic, String key, @Nullable T value) {
        publish(topic, key, value, Map.of());
    }

    @SuppressWarnings("unchecked")
    <T extends SpecificRecord> void publish(
            Topic topic, String key, @Nullable T value, Map<String, String> headers) {
        var name = topic.nameIn(PREFIX);
        var bytes =
                value == null
                        ? null
                        : stack.serdes()
                                .forValue((Class<T>) value.getClass())
                                .serializer()
                                .serialize(name, value);
        var record = new ProducerRecord<>(name, key, bytes);
        headers.forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
        var _ = producer.send(record);
        producer.flush();
    }

    /** Publishes a request and waits for its one answer. */
    CandidateAvailability ask(DispatchRequested request) {
        publish(Topics.DISPATCH_REQUESTED, request.getServiceDeskId(), request);
        await().atMost(PATIENCE).until(() -> !answersTo(request).isEmpty());
        assertThat(answersTo(request)).hasSize(1);
        return answersTo(request).getFirst();
    }

    /** Asks for a desk's technicians until the answer is so; tables trail their topics. */
    void awaitAnswer(
            ServiceDesk desk, Predicate<CandidateAvailability> expected, String... technicians) {
        await().atMost(PATIENCE).until(() -> ask(desk.request(List.of(technicians))), expected);
    }

    private List<CandidateAvailability> answersTo(DispatchRequested request) {
        return answers.upToNow().stream()
                .map(it ->
                        decoded(
                                Topics.CANDIDATE_AVAILABILITY,
                                CandidateAvailability.class,
                                it.value()))
                .filter(it -> it.getRequestId().equals(request.getRequestId()))
                .toList();
    }

    /** Ends faults, and starts what a test has stopped; the journal stays. */
    void heal() {
        microsoft().faults().clear();
        microsoft().conditions(_ -> Conditions.IDEAL);
        if (!mappingService().isRunning()) {
            mappingService().start();
        }
    }

    @Override
    public void close() {
        answers.close();
        producer.close();
        stack.close();
        traces.close();
    }
}

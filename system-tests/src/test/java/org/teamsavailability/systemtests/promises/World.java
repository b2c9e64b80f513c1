package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.logging.LogManager;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.localstack.server.Enricher;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.LocalStack;
import org.teamsavailability.localstack.server.Progress;
import org.teamsavailability.localstack.server.StackSettings;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.localstack.traffic.Tables;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.systemtests.server.TestServers;

/**
 * A running stack, as the tests speak of it, with the sample desks and what Microsoft knows of
 * them. Each test has further desks of its own. Any thread may call any method.
 */
final class World implements AutoCloseable {

    /** The secret of the app registration that the enricher is given. */
    static final String CLIENT_SECRET = "Zq7Secret-of-the-enricher";

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So many requests of one desk wait at most, where it is alone: a task's slots. */
    static final int SLOTS_OF_A_DESK = 2_000;

    /** The enricher is told a Graph for it where nobody listens. */
    static final MicrosoftCloud CLOUD_NOBODY_IS_AT = MicrosoftCloud.US_GOV_L5;

    /** The enricher has its secret for it from {@link #CLIENT_SECRET_FILE}. */
    static final MicrosoftCloud CLOUD_OF_THE_FILE = MicrosoftCloud.US_GOV_L4;

    /** The enricher has no app registration in it. */
    static final MicrosoftCloud CLOUD_NOT_CONFIGURED = MicrosoftCloud.CHINA;

    static final SecretFileOnDisk CLIENT_SECRET_FILE = SecretFileOnDisk.with("before");

    private static final String PREFIX = "promises.";

    /** How soon an answer that just came is noticed. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);

    /**
     * Nothing read is used twice, so that each test meets what it plants. A request may wait for
     * long, because a busy machine is slow; without a {@code respondBy} it waits for less than the
     * five seconds after which a call that hangs counts as failed.
     */
    private static final Map<String, String> ENRICHER =
            Map.of(
                    "TEAMSAVAILABILITY_STAGE_ANSWERWITHIN",
                    "4s",
                    "TEAMSAVAILABILITY_STAGE_LONGESTWAIT",
                    "5m",
                    "MICROSOFT_CLIENT_SECRET_" + CLOUD_OF_THE_FILE,
                    "",
                    "MICROSOFT_CLIENT_SECRET_FILE_" + CLOUD_OF_THE_FILE,
                    CLIENT_SECRET_FILE.file().toString(),
                    "MICROSOFT_CLIENT_SECRET",
                    CLIENT_SECRET,
                    "MICROSOFT_GRAPH_URL_" + CLOUD_NOBODY_IS_AT,
                    "http://127.0.0.1:1/v1.0",
                    "MICROSOFT_CLIENT_ID_" + CLOUD_NOT_CONFIGURED,
                    "",
                    "TEAMSAVAILABILITY_TEAMS_PRESENCEAGE",
                    "0s",
                    "TEAMSAVAILABILITY_TEAMS_ROTAAGE",
                    "0s");

    private final LocalStack stack;
    private final Producer<String, byte[]> producer;
    private final Management management;
    private final Tables tables;
    private final TopicLog rawAnswers;
    private final DecodedLog<CandidateAvailability> answers;
    private final DecodedLog<FallbackReason> fallbacks;
    private final TopicLog deadLetters;
    private final AtomicInteger desks;

    /** The tenants that were made by means of this object. */
    private final Set<UUID> tenants = ConcurrentHashMap.newKeySet();

    private World(LocalStack stack) {
        this.stack = stack;
        this.producer = endpoints().access().producer();
        this.management = new Management(endpoints().enricher());
        this.tables = new Tables(endpoints(), stack.serdes());
        this.rawAnswers = committed(Topics.CANDIDATE_AVAILABILITY);
        this.answers =
                decoded(rawAnswers, Topics.CANDIDATE_AVAILABILITY, CandidateAvailability.class);
        this.fallbacks =
                decoded(
                        committed(Topics.FALLBACK_REASON),
                        Topics.FALLBACK_REASON,
                        FallbackReason.class);
        this.deadLetters = committed(Topics.DISPATCH_REQUESTED_DLQ);
        this.desks = new AtomicInteger();
    }

    private World(World same) {
        this.stack = same.stack;
        this.producer = same.producer;
        this.management = same.management;
        this.tables = same.tables;
        this.rawAnswers = same.rawAnswers;
        this.answers = same.answers;
        this.fallbacks = same.fallbacks;
        this.deadLetters = same.deadLetters;
        this.desks = same.desks;
    }

    /** The same stack for another test, which has other tenants. */
    World forAnotherTest() {
        return new World(this);
    }

    static World start() {
        LogManager.getLogManager().reset(); // Apicurio's client logs each look-up there
        var clock = Clock.systemUTC();
        var samples = SampleDesks.load();
        var stack =
                new LocalStack(
                        new StackSettings(
                                Installation.ofThisProcess(),
                                Ports.anyFree(),
                                PREFIX,
                                Samples.microsoft(clock),
                                false,
                                List.of(),
                                samples.connections(clock.instant()),
                                samples.mappings(clock.instant()),
                                ENRICHER),
                        Progress.silent(),
                        TestServers.start());
        try {
            stack.start();
            return new World(stack);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    Endpoints endpoints() {
        return stack.endpoints();
    }

    RecordSerdes serdes() {
        return stack.serdes();
    }

    Server enricher() {
        return stack.enricher();
    }

    Server registry() {
        return stack.registry();
    }

    /** How the enricher's jar is started. */
    static List<String> enricherCommand() {
        return Enricher.command(Installation.ofThisProcess());
    }

    /** Where the enricher keeps its state. */
    Path state() {
        return workspace().resolve("enricher");
    }

    /** Everything the servers of the stack write. */
    Path workspace() {
        return requireNonNull(enricher().log().getParent());
    }

    Management management() {
        return management;
    }

    GraphSimulator microsoft() {
        return requireNonNull(stack.simulator());
    }

    Rest rest() {
        return new Rest(endpoints(), management);
    }

    String name(Topic topic) {
        return topic.nameIn(PREFIX);
    }

    /** A desk of this many technicians, all of them Available, that the enricher knows already. */
    Desk desk(int technicians) {
        return desk(technicians, tenant -> tenant);
    }

    /** The same with something else in its tenant. */
    Desk desk(int technicians, UnaryOperator<Tenant> change) {
        var desk = publishedDesk(technicians, change);
        awaitKnown(desk);
        return desk;
    }

    /** The same where the enricher knows the desk, but has not asked its tenant for anything. */
    Desk strange(int technicians, UnaryOperator<Tenant> change) {
        var desk = publishedDesk(technicians, change);
        desk(1); // tables trail their topics, each in its order
        return desk;
    }

    /** Adds a world of somebody else's, and returns when the enricher knows it. */
    void know(
            Dataset dataset,
            List<ServiceDeskConnection> connections,
            List<TechnicianMapping> mappings) {
        dataset.tenants().forEach(this::put);
        tables.map(mappings);
        tables.connect(connections);
        desk(1); // tables trail their topics, each in its order
    }

    private Desk publishedDesk(int technicians, UnaryOperator<Tenant> change) {
        var desk = Desk.of("desk-" + desks.incrementAndGet(), technicians);
        put(change.apply(desk.everybodyAvailable()));
        tables.map(desk.mappings());
        tables.connect(List.of(desk.connection()));
        return desk;
    }

    private void put(Tenant tenant) {
        tenants.add(tenant.id());
        microsoft().tenants().put(tenant);
    }

    /** Tables trail their topics: the desk is known when an answer shows it. */
    void awaitKnown(Desk desk) {
        await().pollInterval(LOOK_AGAIN_AFTER)
                .until(
                        () -> ask(desk.request("known").build()),
                        answer ->
                                answer.getSource() == AvailabilitySource.TEAMS
                                        && answer.getCandidates().stream()
                                                .allMatch(World::isMapped));
    }

    private static boolean isMapped(CandidateVerdict verdict) {
        return verdict.getPresence() != PresenceVerdict.UNMAPPED;
    }

    /** Publishes a request and waits for its answer. */
    CandidateAvailability ask(DispatchRequested request) {
        publish(List.of(request));
        return answer(request.getRequestId());
    }

    /** Publishes them in this order, and returns when the broker has them. */
    void publish(Collection<DispatchRequested> requests) {
        requests.forEach(request ->
                send(
                        Topics.DISPATCH_REQUESTED,
                        request.getServiceDeskId(),
                        bytes(Topics.DISPATCH_REQUESTED, request)));
        producer.flush();
    }

    /** Publishes bytes as they are. */
    void publish(Topic topic, @Nullable String key, byte @Nullable [] value) {
        send(topic, key, value);
        producer.flush();
    }

    /** Publishes a record as it is. */
    void publish(ProducerRecord<@Nullable String, byte @Nullable []> record) {
        var _ = producer.send(record);
        producer.flush();
    }

    /** The partition that a desk's requests and answers are on. */
    static int partitionOf(String deskId) {
        return BuiltInPartitioner.partitionForKey(
                deskId.getBytes(UTF_8), Topics.DISPATCH_REQUESTED.partitions());
    }

    private void send(Topic topic, @Nullable String key, byte @Nullable [] value) {
        var _ = producer.send(new ProducerRecord<>(name(topic), key, value));
    }

    @SuppressWarnings("unchecked")
    <T extends SpecificRecord> byte[] bytes(Topic topic, T value) {
        return serdes().forValue((Class<T>) value.getClass())
                .serializer()
                .serialize(name(topic), value);
    }

    /** The one answer to a request, as soon as it is there. */
    CandidateAvailability answer(String requestId) {
        await().pollInterval(LOOK_AGAIN_AFTER).until(() -> !answers(requestId).isEmpty());
        assertThat(answers(requestId)).hasSize(1);
        return answers(requestId).getFirst();
    }

    List<CandidateAvailability> answers(String requestId) {
        return answers().stream().filter(it -> it.getRequestId().equals(requestId)).toList();
    }

    /** All answers so far; those of one desk in their order. */
    List<CandidateAvailability> answers() {
        return answers.upToNow();
    }

    /** The values of all answers so far under this key. */
    List<byte[]> answersUnder(String key) {
        return rawAnswers.upToNow().stream()
                .filter(it -> new String(it.key(), UTF_8).equals(key))
                .map(ConsumerRecord::value)
                .toList();
    }

    List<FallbackReason> fallbacks(String requestId) {
        return fallbacks.upToNow().stream()
                .filter(it -> it.getRequestId().equals(requestId))
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.upToNow();
    }

    private <T extends SpecificRecord> DecodedLog<T> decoded(
            TopicLog log, Topic topic, Class<T> type) {
        return new DecodedLog<>(log, name(topic), stack.serdes().forValue(type).deserializer());
    }

    private TopicLog committed(Topic topic) {
        return TopicLog.committed(endpoints().kafka(), name(topic));
    }

    /** Ends the faults of this test's tenants. */
    void clearFaults() {
        tenants.forEach(microsoft().faults()::clear);
    }

    /** Ends all faults, and starts what a test has stopped. */
    void heal() {
        microsoft().reset();
        microsoft().conditions(_ -> Conditions.IDEAL);
        if (!registry().isRunning()) {
            registry().start();
        }
        if (!enricher().isRunning()) {
            enricher().start();
        }
    }

    @Override
    public void close() {
        answers.close();
        fallbacks.close();
        deadLetters.close();
        tables.close();
        producer.close();
        management.close();
        stack.close();
    }
}

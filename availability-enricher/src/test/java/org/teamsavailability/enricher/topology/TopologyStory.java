package org.teamsavailability.enricher.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.dispatch.AgeLimits;
import org.teamsavailability.enricher.dispatch.TeamsDispatches;
import org.teamsavailability.enricher.stage.MovableClock;
import org.teamsavailability.enricher.stage.RequestTraces;
import org.teamsavailability.enricher.stage.StageMetrics;
import org.teamsavailability.enricher.stage.StageSettings;
import org.teamsavailability.enricher.tables.RowReader;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.PlainAvro;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * Plays the whole topology with plain Avro instead of a registry, and a Teams that a story tells.
 */
final class TopologyStory implements AutoCloseable {

    static final String DESK = "northwind";
    static final UUID TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");

    /** Of this process alone: another run of the tests may have the stores of its stories open. */
    private static final String STATE = "target/stories-" + ProcessHandle.current().pid();

    final MovableClock clock = new MovableClock();
    final FakeGateway teams = new FakeGateway();
    private final TeamsGateway gateway;
    private final RequestTraces traces;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> requests;

    TopologyStory() {
        this.gateway = teams;
        this.traces = RequestTraces.off();
        driver = driver();
        requests = input(Topics.DISPATCH_REQUESTED);
    }

    /**
     * The same with another Teams than the story's, and with traces.
     *
     * @param gateway is made on the story's clock
     */
    TopologyStory(Function<MovableClock, TeamsGateway> gateway, RequestTraces traces) {
        this.gateway = gateway.apply(clock);
        this.traces = traces;
        driver = driver();
        requests = input(Topics.DISPATCH_REQUESTED);
    }

    private TopologyTestDriver driver() {
        return new TopologyTestDriver(EnricherTopology.build(parts()), config(), clock.instant());
    }

    EnricherParts parts() {
        var decision = new Decision(Duration.ofHours(2), () -> {});
        return new EnricherParts(
                "",
                new WireFormats(
                        PlainAvro.of(DispatchRequested.class).deserializer(),
                        PlainAvro.of(CandidateAvailability.class).serializer(),
                        PlainAvro.of(FallbackReason.class).serializer(),
                        rows(ServiceDeskConnection.class),
                        rows(TechnicianMapping.class)),
                new StateFormats(
                        PlainAvro.of(PendingRequest.class),
                        PlainAvro.of(NotBefore.class),
                        PlainAvro.of(ServiceDeskConnection.class),
                        PlainAvro.of(TechnicianMapping.class)),
                directory ->
                        new TeamsDispatches(
                                decision,
                                directory,
                                gateway,
                                new AgeLimits(Duration.ofSeconds(5), Duration.ofSeconds(60)),
                                StageSettings.DEFAULTS.answerWithin()),
                StageSettings.DEFAULTS,
                clock,
                new StageMetrics(meters),
                traces,
                new AnswerMetrics(meters),
                _ -> 0,
                meters.counter("ignored")::increment,
                meters.counter("dead letters")::increment);
    }

    void connect(String desk, ConsentState consent) {
        publish(
                Topics.SERVICE_DESK_CONNECTION,
                desk,
                ServiceDeskConnection.newBuilder()
                        .setServiceDeskId(desk)
                        .setMicrosoftTenantId(TENANT.toString())
                        .setConsent(consent)
                        .setCloud(org.teamsavailability.schemas.MicrosoftCloud.GLOBAL)
                        .setUpdatedAt(clock.instant())
                        .build());
    }

    /** Maps a technician to the account that is named after them. */
    void map(String desk, String technician) {
        publish(Topics.TECHNICIAN_MAPPING, desk + "/" + technician, mapping(desk, technician));
    }

    TechnicianMapping mapping(String desk, String technician) {
        return TechnicianMapping.newBuilder()
                .setServiceDeskId(desk)
                .setTechnicianId(technician)
                .setMicrosoftUserId(account(technician).toString().toUpperCase(Locale.ROOT))
                .setUserPrincipalName(technician + "@example.com")
                .setOrigin(MappingOrigin.MANUAL)
                .setUpdatedAt(clock.instant())
                .build();
    }

    static UUID account(String technician) {
        return UUID.nameUUIDFromBytes(technician.getBytes(StandardCharsets.UTF_8));
    }

    void presenceOf(String technician, String availability) {
        teams.presence(
                account(technician),
                new Outcome.Read<>(
                        new PresenceSignal(availability, availability, false), clock.instant()));
    }

    void publish(Topic topic, String key, @Nullable SpecificRecord row) {
        publishBytes(topic, key, row == null ? null : bytes(row));
    }

    void publishBytes(Topic topic, @Nullable String key, byte @Nullable [] value) {
        input(topic).pipeInput(utf8(key), value);
    }

    void request(DispatchRequested request, Headers headers) {
        requests.pipeInput(
                new TestRecord<>(
                        utf8(request.getServiceDeskId()),
                        bytes(request),
                        headers,
                        clock.instant()));
    }

    void request(DispatchRequested request) {
        request(request.getServiceDeskId(), request);
    }

    void request(@Nullable String key, @Nullable DispatchRequested request) {
        requests.pipeInput(utf8(key), request == null ? null : bytes(request), clock.instant());
    }

    void requestBytes(String key, byte[] value) {
        requests.pipeInput(utf8(key), value, clock.instant());
    }

    void advance(Duration time) {
        clock.advance(time);
        driver.advanceWallClockTime(time);
    }

    CandidateAvailability onlyAnswer() {
        var answers = answers();
        if (answers.size() != 1) {
            throw new AssertionError("Expected one answer, but there are " + answers.size());
        }
        return answers.getFirst().value();
    }

    List<TestRecord<String, CandidateAvailability>> answers() {
        return read(Topics.CANDIDATE_AVAILABILITY, CandidateAvailability.class);
    }

    List<FallbackReason> fallbacks() {
        return fallbackRecords().stream().map(TestRecord::value).toList();
    }

    List<TestRecord<String, FallbackReason>> fallbackRecords() {
        return read(Topics.FALLBACK_REASON, FallbackReason.class);
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DISPATCH_REQUESTED_DLQ.name(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private <T extends SpecificRecord> List<TestRecord<String, T>> read(
            Topic topic, Class<T> type) {
        TestOutputTopic<String, T> output =
                driver.createOutputTopic(
                        topic.name(), new StringDeserializer(), PlainAvro.of(type).deserializer());
        return output.readRecordsToList();
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(
                topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @SuppressWarnings("unchecked") // the class is the record's own
    private static <T extends SpecificRecord> byte[] bytes(T row) {
        return PlainAvro.of((Class<T>) row.getClass()).write(row);
    }

    private static byte @Nullable [] utf8(@Nullable String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    private static <T extends SpecificRecord> RowReader<T> rows(Class<T> type) {
        var format = PlainAvro.of(type);
        return (_, bytes) -> {
            try {
                return format.read(bytes);
            } catch (UnreadableRecordException _) {
                return null;
            }
        };
    }

    private static Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-story");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, STATE);
        config.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                UnreadableRequests.class);
        config.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.DISPATCH_REQUESTED_DLQ.name());
        return config;
    }

    @Override
    public void close() {
        driver.close();
    }

    /** A request of a few candidates for work that starts now. */
    DispatchRequested ask(String requestId, String... candidates) {
        return DispatchRequested.newBuilder()
                .setRequestId(requestId)
                .setServiceDeskId(DESK)
                .setTicketId("ticket-" + requestId)
                .setMode(org.teamsavailability.schemas.DispatchMode.AI)
                .setRequestedAt(clock.instant())
                .setCandidates(
                        List.of(candidates).stream()
                                .map(id -> new org.teamsavailability.schemas.Candidate(id, null))
                                .toList())
                .setTeamsAvailability(
                        new org.teamsavailability.schemas.TeamsAvailabilitySettings(
                                true, List.of(), null))
                .build();
    }

    Instant now() {
        return clock.instant();
    }
}

package org.teamsavailability.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.Topics;

@Tag("slow")
@ExtendWith(Registry.Extension.class)
class RecordSerdesTest {

    private static final String PREFIX = "serdes.";
    private static final String CONNECTIONS = Topics.SERVICE_DESK_CONNECTION.nameIn(PREFIX);

    private static final String ANSWERS = Topics.CANDIDATE_AVAILABILITY.nameIn(PREFIX);
    private static final String REASONS = Topics.FALLBACK_REASON.nameIn(PREFIX);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static SerdeSettings settings;
    private static ConfluentClient client;
    private static RecordSerdes serdes;

    @BeforeAll
    static void registerSchemas(Registry registry) {
        settings = SerdeSettings.apicurio(registry.url());
        new SchemaRegistration(settings, PREFIX, PATIENCE).register(Topics.ALL);
        client = new ConfluentClient(registry);
        serdes = new RecordSerdes(settings, PATIENCE);
    }

    @AfterAll
    static void close() {
        serdes.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anOrdinaryConfluentClientDecodesEveryRecord(SpecificRecord sample) throws Exception {
        var topic = topicOf(sample);

        var bytes = write(topic, sample);

        assertThat(client.decode(bytes)).hasToString(sample.toString());
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt())
                .isEqualTo(client.latestId(topic + "-value"));
        assertThat(serdes.forValue(sample.getClass()).deserializer().deserialize(topic, bytes))
                .usingRecursiveComparison()
                .isEqualTo(sample);
    }

    @Test
    void readsWhatAnOrdinaryConfluentClientWrites() throws Exception {
        var schema = client.schema(client.latestId(CONNECTIONS + "-value"));
        var record = new GenericData.Record(schema);
        record.put("serviceDeskId", "desk-9");
        record.put(
                "consent",
                new GenericData.EnumSymbol(schema.getField("consent").schema(), "GRANTED"));
        record.put("cloud", new GenericData.EnumSymbol(schema.getField("cloud").schema(), "CHINA"));
        record.put("updatedAt", NOON);

        var read =
                connections()
                        .deserialize(CONNECTIONS, client.encode(CONNECTIONS + "-value", record));

        assertThat(read.getServiceDeskId()).isEqualTo("desk-9");
        assertThat(read.getConsent()).isEqualTo(ConsentState.GRANTED);
        assertThat(read.getUpdatedAt()).isEqualTo(NOON);
        assertThat(read.getMicrosoftTenantId()).isNull();
    }

    @Test
    void readsAndWritesThroughAVersionThatIsNewerThanThisRelease() throws Exception {
        var prefix = "newer.";
        var topic = Topics.SERVICE_DESK_CONNECTION.nameIn(prefix);
        new SchemaRegistration(settings, prefix, PATIENCE).register(Topics.ALL);
        var ours = client.latestId(topic + "-value");
        var newer =
                client.register(
                        topic + "-value",
                        client.schema(ours)
                                .toString()
                                .replace("\"PENDING\"", "\"ASKED\",\"PENDING\""));

        var bytes = writeAfresh(topic, Samples.connection());

        assertThat(newer).isNotEqualTo(ours);
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(ours);
        var record = client.decode(bytes);
        var schema = client.schema(newer);
        var asked = new GenericData.Record(schema);
        schema.getFields().forEach(field -> asked.put(field.name(), record.get(field.name())));
        asked.put(
                "consent",
                new GenericData.EnumSymbol(schema.getField("consent").schema(), "ASKED"));
        assertThat(
                        connections()
                                .deserialize(topic, client.encode(topic + "-value", asked))
                                .getConsent())
                .isEqualTo(ConsentState.UNKNOWN);
    }

    @Test
    void takesASchemaWithOtherDocumentationForItsOwn() throws Exception {
        var topic = Topics.SERVICE_DESK_CONNECTION.nameIn("undocumented.");
        var id = client.register(topic + "-value", schema().replaceAll("\"doc\":\"[^\"]*\",", ""));

        assertThat(ByteBuffer.wrap(writeAfresh(topic, Samples.connection()), 1, 4).getInt())
                .isEqualTo(id);
    }

    @Test
    void doesNotTakeASchemaWithItsFieldsInAnotherOrderForItsOwn() throws Exception {
        var topic = Topics.SERVICE_DESK_CONNECTION.nameIn("reordered.");
        var schema = ServiceDeskConnection.getClassSchema();
        var fields =
                schema.getFields().reversed().stream()
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList();
        client.register(
                topic + "-value",
                Schema.createRecord(
                                schema.getName(),
                                schema.getDoc(),
                                schema.getNamespace(),
                                false,
                                fields)
                        .toString());

        assertThatExceptionOfType(SchemaMissingException.class)
                .isThrownBy(() -> writeAfresh(topic, Samples.connection()));
    }

    @Test
    void saysWhichSubjectLacksTheSchemaOfARecordToBeWritten() {
        assertThatExceptionOfType(SchemaMissingException.class)
                .isThrownBy(() -> writeAfresh("nowhere", Samples.connection()))
                .withMessageContaining("nowhere-value")
                .withMessageContaining("create the topics");
    }

    @Test
    void namesTheFieldThatKeepsARecordFromBeingWritten() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> write(CONNECTIONS, new ServiceDeskConnection()))
                .withMessageContaining("ServiceDeskConnection.serviceDeskId")
                .withNoCause();
    }

    @Test
    void keepsTombstones() {
        var connections = serdes.forValue(ServiceDeskConnection.class);

        assertThat(connections.serializer().serialize(CONNECTIONS, null)).isNull();
        assertThat(connections.deserializer().deserialize(CONNECTIONS, null)).isNull();
    }

    @Test
    void readsByTheBytesAloneWhateverHeadersSay() {
        var bytes = write(CONNECTIONS, Samples.connection());
        var headers = new RecordHeaders().add("apicurio.value.encoding", "JSON".getBytes(UTF_8));

        assertThat(connections().deserialize(CONNECTIONS, headers, bytes)).isNotNull();
        assertThat(connections().deserialize(CONNECTIONS, bytes)).isNotNull();
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        Callable<Boolean> both =
                () -> {
                    var answer = write(ANSWERS, Samples.answer());
                    var reason = write(REASONS, Samples.fallbackReason());
                    return serdes.forValue(CandidateAvailability.class)
                                    .deserializer()
                                    .deserialize(ANSWERS, answer)
                                    .toString()
                                    .equals(Samples.answer().toString())
                            && serdes.forValue(FallbackReason.class)
                                    .deserializer()
                                    .deserialize(REASONS, reason)
                                    .equals(Samples.fallbackReason());
                };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = threads.invokeAll(Collections.nCopies(2_000, both));

            assertThat(results).allSatisfy(result -> assertThat(result.get()).isTrue());
        }
    }

    static List<SpecificRecord> samples() {
        return Samples.all();
    }

    private static String topicOf(SpecificRecord sample) {
        return Topics.ALL.stream()
                .filter(topic -> topic.value() == sample.getClass())
                .map(topic -> topic.nameIn(PREFIX))
                .findFirst()
                .orElseThrow();
    }

    private static String schema() {
        return ServiceDeskConnection.getClassSchema().toString();
    }

    private static Deserializer<ServiceDeskConnection> connections() {
        return serdes.forValue(ServiceDeskConnection.class).deserializer();
    }

    private static byte[] write(String topic, SpecificRecord sample) {
        return write(serdes, topic, sample);
    }

    /** By serdes that have looked up nothing yet: they find a schema again without its topic. */
    private static byte[] writeAfresh(String topic, SpecificRecord sample) {
        try (var fresh = new RecordSerdes(settings, PATIENCE)) {
            return write(fresh, topic, sample);
        }
    }

    @SuppressWarnings("unchecked") // a sample is of its own class
    private static byte[] write(RecordSerdes serdes, String topic, SpecificRecord sample) {
        var serde = (Serde<SpecificRecord>) serdes.forValue(sample.getClass());
        return serde.serializer().serialize(topic, sample);
    }
}

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;

/** Asks which technicians are available, and continues without Teams if no answer comes in time. */
class Ask {

    private static final String KAFKA = setting("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
    private static final String REGISTRY = setting("SCHEMA_REGISTRY_URL", "http://localhost:8081");
    private static final String PREFIX = setting("TOPIC_PREFIX", "");
    private static final String REQUESTS = Topics.DISPATCH_REQUESTED.nameIn(PREFIX);
    private static final String ANSWERS = Topics.CANDIDATE_AVAILABILITY.nameIn(PREFIX);

    public static void main(String[] arguments) throws Exception {
        try (var serdes = new RecordSerdes(SerdeSettings.apicurio(REGISTRY));
                var answers = openAnswers(serdes);
                var producer = openRequests(serdes)) {
            var request = request();
            var key = request.getServiceDeskId();
            producer.send(new ProducerRecord<>(REQUESTS, key, request)).get();
            print(waitFor(answers, request.getRequestId(), Duration.ofSeconds(3)));
        }
    }

    private static DispatchRequested request() {
        var now = Instant.now();
        return DispatchRequested.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setServiceDeskId("northwind")
                .setTicketId("T-20417")
                .setMode(DispatchMode.AI)
                .setRequestedAt(now)
                .setRespondBy(now.plusSeconds(2))
                .setCandidates(List.of(new Candidate("anna", null), new Candidate("bert", null)))
                .setTeamsAvailability(new TeamsAvailabilitySettings(true, List.of(), null))
                .build();
    }

    private static KafkaProducer<String, DispatchRequested> openRequests(RecordSerdes serdes) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA),
                new StringSerializer(),
                serdes.forValue(DispatchRequested.class).serializer());
    }

    /** Stands at the end of every partition before the request is sent, so nothing is missed. */
    private static KafkaConsumer<String, CandidateAvailability> openAnswers(RecordSerdes serdes) {
        var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", KAFKA, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        serdes.forValue(CandidateAvailability.class).deserializer());
        var partitions =
                consumer.partitionsFor(ANSWERS).stream()
                        .map(partition -> new TopicPartition(ANSWERS, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        return consumer;
    }

    /** The answer, or null if none comes in time. */
    private static CandidateAvailability waitFor(
            KafkaConsumer<String, CandidateAvailability> answers, String id, Duration atMost) {
        var giveUp = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < giveUp) {
            for (var record : answers.poll(Duration.ofMillis(100))) {
                if (record.value().getRequestId().equals(id)) {
                    return record.value();
                }
            }
        }
        return null;
    }

    private static void print(CandidateAvailability answer) {
        if (answer == null) {
            System.out.println("No answer in time: dispatch by the PSA alone, ignore a later one.");
            return;
        }
        System.out.println(answer.getSource() + " - " + answer.getRunOutput());
        for (var verdict : answer.getCandidates()) {
            System.out.println(verdict.getTechnicianId() + " "
                    + (verdict.getBlocked() ? "blocked" : verdict.getPreference())
                    + " - " + verdict.getExplanation());
        }
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}

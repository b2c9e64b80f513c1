import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teamsavailability.client.ClientSettings;
import org.teamsavailability.client.DispatchClient;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** Asks which technicians are available; the answer is neutral if none comes in time. */
class Ask {

    private static final String KAFKA = setting("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
    private static final String REGISTRY = setting("SCHEMA_REGISTRY_URL", "http://localhost:8081");
    private static final String PREFIX = setting("TOPIC_PREFIX", "");

    /** Kafka's client, and Apicurio's serializer, which never registers a schema. */
    private static final Map<String, Object> CONFIGURATION =
            Map.ofEntries(
                    Map.entry("bootstrap.servers", KAFKA),
                    Map.entry("value.serializer", "io.apicurio.registry.serde.avro.AvroKafkaSerializer"),
                    Map.entry("value.deserializer", "io.apicurio.registry.serde.avro.AvroKafkaDeserializer"),
                    Map.entry("apicurio.registry.url", REGISTRY + "/apis/registry/v3"),
                    Map.entry("apicurio.registry.http.adapter", "JDK"),
                    Map.entry(
                            "apicurio.registry.artifact-resolver-strategy",
                            "io.apicurio.registry.serde.strategy.TopicIdStrategy"),
                    Map.entry("apicurio.registry.auto-register", "false"),
                    Map.entry("apicurio.registry.canonicalize", "true"),
                    Map.entry("apicurio.registry.dereference-schema", "true"),
                    Map.entry("apicurio.registry.use-id", "contentId"),
                    Map.entry("apicurio.registry.headers.enabled", "false"),
                    Map.entry("apicurio.registry.use-specific-avro-reader", "true"));

    public static void main(String[] arguments) {
        try (var client = new DispatchClient(CONFIGURATION, ClientSettings.withPrefix(PREFIX))) {
            // a program with more to do goes on: client.ask(request()).thenAccept(Ask::print)
            print(client.ask(request()).toCompletableFuture().join());
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

    private static void print(CandidateAvailability answer) {
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

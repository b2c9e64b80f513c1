import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.teamsavailability.client.ClientSettings;
import org.teamsavailability.client.DispatchClient;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

class Program {
    public static void main(String[] arguments) {
        var kafka = Map.of(
                "bootstrap.servers", "localhost:1",
                "value.serializer", "org.apache.kafka.common.serialization.StringSerializer",
                "value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        var request = DispatchRequested.newBuilder()
                .setRequestId("r")
                .setServiceDeskId("northwind")
                .setTicketId("t")
                .setMode(DispatchMode.AI)
                .setRequestedAt(Instant.now())
                .setRespondBy(Instant.now())
                .setCandidates(List.of(new Candidate("anna", null)))
                .setTeamsAvailability(new TeamsAvailabilitySettings(true, List.of(), null))
                .build();
        try (var client = new DispatchClient(kafka, ClientSettings.withPrefix(""))) {
            System.out.println(client.ask(request).toCompletableFuture().join());
        }
    }
}

package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Topics;

/** Any Confluent-compatible client asks and hears the answer, without any of our classes. */
@OnTheStack
class ForeignClientTest {

    private final World world;

    ForeignClientTest(World world) {
        this.world = world;
    }

    @Test
    void asksAndReadsTheAnswerWithTheRegistrysConfluentApiAlone() {
        var desk = world.desk(2);
        var requestId = UUID.randomUUID().toString();
        try (var client = new ForeignClient(world.endpoints().registry())) {
            var requests = client.latest(world.name(Topics.DISPATCH_REQUESTED) + "-value");

            world.publish(
                    Topics.DISPATCH_REQUESTED,
                    desk.id(),
                    requests.bytes(request(requests, desk, requestId)));

            await().atMost(World.PATIENCE).until(() -> !world.answers(requestId).isEmpty());
            var answer =
                    world.answersUnder(desk.id()).stream()
                            .map(client::read)
                            .filter(it -> requestId.equals(text(it, "requestId")))
                            .findFirst()
                            .orElseThrow();
            assertThat(text(answer, "source")).isEqualTo("TEAMS");
            assertThat((List<?>) answer.get("candidates"))
                    .extracting(it -> text((GenericRecord) it, "presence"))
                    .containsExactly("WORKING", "WORKING");
        }
    }

    private static GenericRecord request(
            ForeignClient.Registered requests, Desk desk, String requestId) {
        var schema = requests.schema();
        var candidate = schema.getField("candidates").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("requestId", requestId)
                .set("serviceDeskId", desk.id())
                .set("ticketId", "T1")
                .set("mode", new GenericData.EnumSymbol(schema.getField("mode").schema(), "AI"))
                .set("requestedAt", Instant.now().toEpochMilli())
                .set("respondBy", Instant.now().plusSeconds(120).toEpochMilli())
                .set(
                        "candidates",
                        desk.technicianIds().stream()
                                .map(technician ->
                                        new GenericRecordBuilder(candidate)
                                                .set("technicianId", technician)
                                                .build())
                                .toList())
                .set(
                        "teamsAvailability",
                        new GenericRecordBuilder(schema.getField("teamsAvailability").schema())
                                .set("enabled", true)
                                .set("rotaTeamIds", List.of())
                                .build())
                .build();
    }

    private static String text(GenericRecord record, String field) {
        return String.valueOf(record.get(field));
    }
}

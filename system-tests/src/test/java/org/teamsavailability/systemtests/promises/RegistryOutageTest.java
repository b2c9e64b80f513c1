package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;

/**
 * While the schema registry is unavailable, what can be read is answered, and nothing is skipped.
 * All stacks have this registry, so it stops when the other classes have ended.
 */
@AloneOnTheStack
@Isolated
class RegistryOutageTest {

    private static final int PREFIX = 5;

    private final World world;

    RegistryOutageTest(World world) {
        this.world = world;
    }

    @Test
    void answersInTheSchemasItKnowsAndLetsNothingElseBeLost() throws IOException {
        var desk = world.desk(2);
        var newcomer = Desk.of("newcomer-of-" + desk.id(), 1);
        world.microsoft().tenants().put(newcomer.everybodyAvailable());
        var requests = newerVersion(Topics.DISPATCH_REQUESTED);
        var connections = newerVersion(Topics.SERVICE_DESK_CONNECTION);
        int deadLetters = world.deadLetters().size();

        world.registry().stop();

        var known = world.ask(desk.request("known").build());
        assertThat(known.getSource()).isEqualTo(AvailabilitySource.TEAMS);

        var newer = desk.request("newer").build();
        var behind = desk.request("newer").build();
        world.publish(
                Topics.TECHNICIAN_MAPPING,
                newcomer.id() + "/tech-1",
                world.bytes(Topics.TECHNICIAN_MAPPING, newcomer.mappings().getFirst()));
        world.publish(
                Topics.SERVICE_DESK_CONNECTION,
                newcomer.id(),
                in(connections, Topics.SERVICE_DESK_CONNECTION, newcomer.connection()));
        world.publish(
                Topics.DISPATCH_REQUESTED,
                desk.id(),
                in(requests, Topics.DISPATCH_REQUESTED, newer));
        world.publish(List.of(behind));
        await().atMost(World.PATIENCE)
                .until(() ->
                        Files.readString(world.enricher().log())
                                .contains("requests wait until it can"));
        assertThat(world.answers(newer.getRequestId())).isEmpty();

        world.registry().start();

        world.answer(newer.getRequestId());
        world.answer(behind.getRequestId());
        world.awaitKnown(newcomer);
        world.rest().await();
        assertThat(world.answers(newer.getRequestId())).hasSize(1);
        assertThat(world.deadLetters()).hasSize(deadLetters);
    }

    @Test
    void keepsItsSchemasOverARestart() {
        world.registry().stop();
        world.registry().start();

        new SchemaRegistration(
                        SerdeSettings.apicurio(world.endpoints().registry()),
                        world.endpoints().topicPrefix())
                .verify(Topics.ALL);
    }

    /** A compatible next version, which the enricher has not met yet. */
    private ForeignClient.Registered newerVersion(Topic topic) {
        try (var client = new ForeignClient(world.endpoints().registry())) {
            var subject = world.name(topic) + "-value";
            var now = client.latest(subject).schema();
            var text = Schema.create(Schema.Type.STRING);
            var added =
                    new Field(
                            "addedLater",
                            Schema.createUnion(Schema.create(Schema.Type.NULL), text),
                            "Something of a later release.",
                            Field.NULL_DEFAULT_VALUE);
            var fields =
                    Stream.concat(
                            now.getFields().stream().map(it -> new Field(it, it.schema())),
                            Stream.of(added));
            return client.register(
                    subject,
                    Schema.createRecord(
                            now.getName(),
                            now.getDoc(),
                            now.getNamespace(),
                            false,
                            fields.toList()));
        }
    }

    private byte[] in(ForeignClient.Registered version, Topic topic, SpecificRecord value)
            throws IOException {
        var bytes = world.bytes(topic, value);
        var decoder =
                DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null);
        return version.bytes(
                new GenericDatumReader<GenericRecord>(value.getSchema(), version.schema())
                        .read(null, decoder));
    }
}

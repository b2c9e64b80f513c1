package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.Topics;

/** A bad request harms nobody: the next one, on the same partition, is answered. */
@OnTheStack
@TestInstance(Lifecycle.PER_CLASS)
class BadRequestsTest {

    /** Nearly the largest record that a broker takes by default. */
    private static final int NEARLY_A_MEGABYTE = 1_048_400;

    private static final String MARK = "test-mark";

    private final World world;
    private final Desk desk;

    BadRequestsTest(World world) {
        this.world = world;
        this.desk = world.desk(3);
    }

    /** What cannot be read as a request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Poison(String name, @Nullable String key, byte @Nullable [] value) {

        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Poison> poisons() {
        var good = world.bytes(Topics.DISPATCH_REQUESTED, desk.request("poison").build());
        var ofAnotherTopic = world.bytes(Topics.TECHNICIAN_MAPPING, desk.mappings().getFirst());
        return Stream.of(
                new Poison("garbage", desk.id(), "not a record".getBytes(UTF_8)),
                new Poison("nothing in it", desk.id(), new byte[0]),
                new Poison("an unknown schema", desk.id(), withSchema(424_242, body(good))),
                new Poison("a bad body", desk.id(), withSchema(schema(good), new byte[] {1, 2, 3})),
                new Poison("a body cut off", desk.id(), Arrays.copyOf(good, good.length / 2)),
                new Poison(
                        "a text said to be two gigabytes long",
                        desk.id(),
                        withSchema(schema(good), varint(Integer.MAX_VALUE - 64))),
                new Poison("another topic's record", desk.id(), ofAnotherTopic),
                new Poison("garbage of a megabyte", desk.id(), new byte[NEARLY_A_MEGABYTE]),
                new Poison("no key", null, good),
                new Poison("no value", desk.id(), null));
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void copiesUnreadableRecordsUnchangedAndAnswersTheNext(Poison poison) {
        var mark = UUID.randomUUID().toString();
        var next = desk.request("next").build();

        world.publish(
                new ProducerRecord<>(
                        world.name(Topics.DISPATCH_REQUESTED),
                        World.partitionOf(desk.id()),
                        null,
                        poison.key(),
                        poison.value(),
                        List.of(new RecordHeader(MARK, mark.getBytes(UTF_8)))));
        var answer = world.ask(next);

        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS);
        await().until(() -> deadLetters(mark).size() == 1);
        var deadLetter = deadLetters(mark).getFirst();
        assertThat(deadLetter.key())
                .isEqualTo(poison.key() == null ? null : poison.key().getBytes(UTF_8));
        assertThat(deadLetter.value()).isEqualTo(poison.value());
        assertThat(header(deadLetter, "__streams.errors.exception")).isNotBlank();
        assertThat(header(deadLetter, "__streams.errors.topic"))
                .isEqualTo(world.name(Topics.DISPATCH_REQUESTED));
        assertThat(header(deadLetter, "__streams.errors.partition"))
                .isEqualTo(Integer.toString(World.partitionOf(desk.id())));
    }

    Stream<DispatchRequested> nonsense() {
        var now = Instant.now();
        var backwards = new Slot(now.plusSeconds(3600), now);
        var crowd = IntStream.range(0, 5_000).mapToObj(number -> "tech-" + number).toList();
        return Stream.of(
                desk.request("n").setCandidates(List.of()).build(),
                desk.request("n").setCandidates(Desk.candidates(crowd)).build(),
                desk.request("n")
                        .setCandidates(Desk.candidates(List.of("tech-1", "tech-1")))
                        .build(),
                desk.request("n").setProposedSlot(backwards).build(),
                desk.request("n").setPlanningWindow(backwards).build(),
                desk.request("n").setMode(DispatchMode.UNKNOWN).build(),
                desk.request("a/b").build(),
                desk.request("n").setRequestId("").build(),
                desk.request("n")
                        .setTeamsAvailability(Desk.settings(List.of("not-a-guid")))
                        .build(),
                desk.request("n")
                        .setTeamsAvailability(
                                Desk.settings(
                                        Collections.nCopies(21, UUID.randomUUID().toString())))
                        .build(),
                desk.request("n").setTeamsAvailability(instructed("x".repeat(2_001))).build(),
                desk.request("n")
                        .setTeamsAvailability(instructed("x. ".repeat(NEARLY_A_MEGABYTE / 3 - 200)))
                        .build(),
                desk.request("x".repeat(NEARLY_A_MEGABYTE - 1_000)).build());
    }

    @Test
    void answersReadableNonsenseAsInvalid() {
        var requests = nonsense().toList();
        var next = desk.request("next").build();

        world.publish(requests);
        world.publish(List.of(next));

        assertThat(world.answer(next.getRequestId()).getSource())
                .isEqualTo(AvailabilitySource.TEAMS);
        for (var request : requests) {
            assertThat(world.answer(request.getRequestId()).getFallbacks())
                    .as(request.getTicketId().substring(0, 1))
                    .singleElement()
                    .satisfies(it -> assertThat(it.getReason()).isEqualTo(Reason.INVALID_REQUEST));
        }
    }

    @Test
    void answersARequestUnderAnotherDesksKeyAsInvalidUnderThatKey() {
        var key = "not-" + desk.id();
        var request = desk.request("wrong key").build();

        world.publish(
                Topics.DISPATCH_REQUESTED, key, world.bytes(Topics.DISPATCH_REQUESTED, request));

        assertThat(world.answer(request.getRequestId()).getFallbacks())
                .singleElement()
                .satisfies(it -> assertThat(it.getReason()).isEqualTo(Reason.INVALID_REQUEST));
        assertThat(world.answersUnder(key)).hasSize(1);
    }

    @Test
    void answersARequestWithATimestampOfLongAgo() {
        var request = desk.request("long ago").setRespondBy(null).build();

        world.publish(
                new ProducerRecord<>(
                        world.name(Topics.DISPATCH_REQUESTED),
                        null,
                        0L,
                        desk.id(),
                        world.bytes(Topics.DISPATCH_REQUESTED, request)));

        var answer = world.answer(request.getRequestId());
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.TEAMS);
        assertThat(answer.getLate()).isTrue();
    }

    private static TeamsAvailabilitySettings instructed(String instructions) {
        return TeamsAvailabilitySettings.newBuilder(Desk.settings(List.of()))
                .setCustomInstructions(instructions)
                .build();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(String mark) {
        return world.deadLetters().stream().filter(it -> mark.equals(header(it, MARK))).toList();
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static int schema(byte[] record) {
        return ByteBuffer.wrap(record, 1, Integer.BYTES).getInt();
    }

    private static byte[] body(byte[] record) {
        return Arrays.copyOfRange(record, 5, record.length);
    }

    private static byte[] withSchema(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
    }

    /** A number as Avro writes it. */
    private static byte[] varint(long number) {
        var bytes = new ByteArrayOutputStream();
        var left = number << 1;
        while (left > 0x7f) {
            bytes.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
        return bytes.toByteArray();
    }
}

package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Topics;

/** Dead letters are listed and sent again. */
@OnTheStack
class DeadLetterCommandsTest {

    private final World world;

    DeadLetterCommandsTest(World world) {
        this.world = world;
    }

    @Test
    void aDeadLetterIsListedWithItsReasonAndWithoutItsValue() {
        var key = deadLetter("hidden-" + UUID.randomUUID());

        var listed = run("dead-letters", "--reason", "unreadable").success();

        assertThat(listed.lines())
                .filteredOn(line -> line.contains(key))
                .singleElement()
                .asString()
                .contains("dispatch-requested-dlq", "UnreadableRecordException");
        assertThat(listed).doesNotContain("hidden-");
    }

    @Test
    void aDeadLetterIsSentAgainUnderItsKeyWithItsOwnHeadersAndOnlyOnce() {
        var key = deadLetter("once-" + UUID.randomUUID());
        var place = place(key);
        var resend =
                List.of(
                        "dead-letters",
                        "resend",
                        "--topic",
                        "dispatch-requested-dlq",
                        "--offsets",
                        place);

        assertThat(run(resend).success()).contains("Would be sent with --yes: 1");
        assertThat(run(resend, "--yes").success()).contains("goes to", "Sent: 1");
        assertThat(run(resend, "--yes").success()).contains("was sent before", "Sent: 0");

        // what it was sent again as is still unreadable, and comes back with its own headers
        await().atMost(World.PATIENCE).until(() -> letters(key) == 2);
        var copy =
                world.deadLetters().stream()
                        .filter(letter -> key.equals(text(letter.key())))
                        .toList()
                        .getLast();
        assertThat(text(copy.headers().lastHeader("traceparent").value())).isEqualTo("kept");
        assertThat(text(copy.headers().lastHeader("teams-availability-resent-from").value()))
                .endsWith("dispatch-requested-dlq/" + place);
        assertThat(copy.headers().headers("__streams.errors.message")).hasSize(1);
    }

    @Test
    void resendNeedsToBeToldWhichLetters() {
        var run = run("dead-letters", "resend", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--offsets, or --all");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(world.endpoints().access(), arguments);
    }

    private CommandRun run(List<String> arguments, String... further) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(further));
        return run(all.toArray(String[]::new));
    }

    private String deadLetter(String value) {
        var key = "key-" + UUID.randomUUID();
        var record =
                new ProducerRecord<@Nullable String, byte @Nullable []>(
                        world.name(Topics.DISPATCH_REQUESTED), key, value.getBytes(UTF_8));
        record.headers().add("traceparent", "kept".getBytes(UTF_8));
        world.publish(record);
        await().atMost(World.PATIENCE).until(() -> letters(key) == 1);
        return key;
    }

    private String place(String key) {
        return world.deadLetters().stream()
                .filter(letter -> key.equals(text(letter.key())))
                .map(letter -> letter.partition() + ":" + letter.offset())
                .findFirst()
                .orElseThrow();
    }

    private int letters(String key) {
        return (int)
                world.deadLetters().stream()
                        .filter(letter -> key.equals(text(letter.key())))
                        .count();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}

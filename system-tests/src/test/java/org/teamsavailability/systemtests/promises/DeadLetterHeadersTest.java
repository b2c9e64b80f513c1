package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.schemas.Topics;

/** A dead letter says why it is one with the headers that the documents name. */
@OnTheStack
class DeadLetterHeadersTest {

    private static final Pattern NAME = Pattern.compile("__streams\\.errors\\.[a-z]+");

    private final World world;

    DeadLetterHeadersTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.md", "asyncapi.yaml"})
    void theDocumentsNameTheHeadersOfDeadLetters(String document) throws IOException {
        var text = Files.readString(Path.of("..", "docs", document));
        var named = new TreeSet<>(NAME.matcher(text).results().map(MatchResult::group).toList());

        assertThat(named).isEqualTo(headersOf("not a record".getBytes(UTF_8)));
    }

    @Test
    void aRecordWithoutAValueHasNoStacktrace() {
        assertThat(headersOf(null))
                .contains("__streams.errors.message")
                .doesNotContain("__streams.errors.stacktrace");
    }

    /** A stack trace would be lines without the offset. */
    @Test
    void aRecordThatCannotBeReadCostsOneLineOfTheLog() throws IOException {
        var key = UUID.randomUUID().toString();
        long before = enricherLog().lines().count();
        world.publish(Topics.DISPATCH_REQUESTED, key, new byte[] {0, 0, 98, 97, 96});
        await().atMost(World.PATIENCE).until(() -> !under(key).isEmpty());

        var lines =
                enricherLog()
                        .lines()
                        .skip(before)
                        .filter(line -> line.contains("Deserializ") || line.contains("dead-letter"))
                        .toList();

        assertThat(lines)
                .isNotEmpty()
                .allMatch(line ->
                        line.contains("A request cannot be read") && line.contains("offset="));
    }

    private String enricherLog() throws IOException {
        return Files.readString(world.enricher().log());
    }

    private Set<String> headersOf(byte @Nullable [] value) {
        var key = UUID.randomUUID().toString();
        world.publish(Topics.DISPATCH_REQUESTED, key, value);
        await().atMost(World.PATIENCE).until(() -> !under(key).isEmpty());
        var names = new TreeSet<String>();
        for (var header : under(key).getFirst().headers()) {
            names.add(header.key());
        }
        return names;
    }

    private List<ConsumerRecord<byte[], byte[]>> under(String key) {
        return world.deadLetters().stream()
                .filter(it -> it.key() != null && new String(it.key(), UTF_8).equals(key))
                .toList();
    }
}

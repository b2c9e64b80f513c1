package org.teamsavailability.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Topic.Cleanup;

class TopicsTest {

    private static final String START = "<!-- topics -->\n";
    private static final String END = "<!-- /topics -->";

    @Test
    void theDocumentListsTheTopicsAsTheyAreDeclared() throws IOException {
        var document = Files.readString(Path.of("..", "docs", "topics.md"));
        var table = Topics.ALL.stream().map(TopicsTest::row).collect(Collectors.joining());
        var right =
                "| topic | key | value | partitions | cleanup | retention |\n"
                        + "|---|---|---|---|---|---|\n"
                        + table;

        assertThat(document).contains(START).contains(END);
        assertThat(
                        document.substring(
                                document.indexOf(START) + START.length(), document.indexOf(END)))
                .as(
                        "The table between %sand %s in docs/topics.md has to be:%n%s",
                        START, END, right)
                .isEqualTo(right);
    }

    @Test
    void keepsEventsForADayInSegmentsOfAnHour() {
        assertThat(Topics.DISPATCH_REQUESTED.configuration())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "cleanup.policy", "delete",
                                "retention.ms", "86400000",
                                "segment.ms", "3600000",
                                "max.message.bytes", "1048588"));
    }

    @Test
    void takesWhatBecomesOfTheLargestRequest() {
        int largestIn = largest(Topics.DISPATCH_REQUESTED);

        assertThat(largest(Topics.CANDIDATE_AVAILABILITY)).isGreaterThan(largestIn * 3 / 2);
        assertThat(largest(Topics.FALLBACK_REASON)).isGreaterThan(largestIn * 3 / 2);
        assertThat(largest(Topics.DISPATCH_REQUESTED_DLQ)).isGreaterThan(largestIn * 3 / 2);
    }

    @Test
    void keepsTombstonesOfTablesForThirtyDays() {
        assertThat(Topics.TECHNICIAN_MAPPING.configuration())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "cleanup.policy", "compact",
                                "min.cleanable.dirty.ratio", "0.1",
                                "segment.ms", "3600000",
                                "max.compaction.lag.ms", "86400000",
                                "delete.retention.ms", "2592000000"));
    }

    private static int largest(Topic topic) {
        return Integer.parseInt(topic.configuration().get("max.message.bytes"));
    }

    @Test
    void namesTopicAndSubjectWithTheInstallationsPrefix() {
        assertThat(Topics.FALLBACK_REASON.nameIn("acme.")).isEqualTo("acme.fallback-reason");
        assertThat(Topics.FALLBACK_REASON.subjectIn("acme."))
                .isEqualTo("acme.fallback-reason-value");
    }

    @Test
    void refusesARetentionForACompactedTopic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Topic(
                                "names",
                                "id",
                                null,
                                1,
                                Cleanup.COMPACT,
                                Duration.ofHours(1),
                                Map.of()))
                .withMessageContaining("names");
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s | %d | %s | %s |%n"
                .formatted(
                        topic.name(),
                        topic.key(),
                        value(topic),
                        topic.partitions(),
                        topic.cleanup().policy(),
                        retention(topic))
                .replace(System.lineSeparator(), "\n");
    }

    private static String value(Topic topic) {
        if (topic.value() == null) {
            return "unchanged";
        }
        return topic.value().getSimpleName()
                + (topic.cleanup() == Cleanup.COMPACT ? ", null = removed" : "");
    }

    private static String retention(Topic topic) {
        if (topic.retention() == null) {
            return "—";
        }
        return topic.retention().compareTo(Duration.ofDays(2)) < 0
                ? topic.retention().toHours() + " h"
                : topic.retention().toDays() + " d";
    }
}

package org.teamsavailability.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.operations.deadletters.Fixtures.NOON;
import static org.teamsavailability.operations.deadletters.Fixtures.letter;
import static org.teamsavailability.operations.deadletters.Fixtures.request;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterTextTest {

    @Test
    void listsPlaceTimeKeyAndReason() {
        var technician =
                letter(
                        DeadLetterTopic.TECHNICIANS,
                        2,
                        7,
                        NOON,
                        null,
                        null,
                        Map.of(
                                "kafka_dlt-exception-fqcn",
                                "org.example.PoisonRecordException",
                                "kafka_dlt-exception-message",
                                "The key is\nno text"));

        assertThat(DeadLetterText.table(List.of(request(0, 41, NOON, "too short"), technician)))
                .containsExactly(
                        "TOPIC                   PLACE  TIME                  KEY        EXCEPTION "
                                + "                 REASON",
                        "dispatch-requested-dlq  0:41   2026-03-02T12:00:00Z  northwind "
                                + " UnreadableRecordException  too short",
                        "psa-technician-dlq      2:7    2026-03-02T12:00:00Z  (none)    "
                                + " PoisonRecordException      The key is no text");
    }

    @Test
    void printsNoValueUnlessItIsAskedTo() {
        var letter = request(0, 41, NOON, "too short");

        assertThat(DeadLetterText.json(letter, false).has("value")).isFalse();
        assertThat(DeadLetterText.json(letter, true).get("value").asString()).isEqualTo("c2VjcmV0");
        assertThat(letter.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    northwind/anna, northwind/anna
                    '\u0007',       (1 bytes)
                    '\uFFFD',       (3 bytes)
                    """)
    void showsAKeyOnlyWhereItIsText(String key, String shown) {
        assertThat(letter(DeadLetterTopic.REQUESTS, 0, 0, NOON, key, "v", Map.of()).key())
                .isEqualTo(shown);
    }

    @Test
    void aLetterWithoutKeyOrValueWouldOnlyComeBack() {
        assertThat(letter(DeadLetterTopic.REQUESTS, 0, 0, NOON, "k", "v", Map.of()).obstacle())
                .isNull();
        assertThat(letter(DeadLetterTopic.REQUESTS, 0, 0, NOON, null, "v", Map.of()).obstacle())
                .isNotNull();
        assertThat(letter(DeadLetterTopic.REQUESTS, 0, 0, NOON, "k", null, Map.of()).obstacle())
                .isNotNull();
        assertThat(letter(DeadLetterTopic.TECHNICIANS, 0, 0, NOON, "k", null, Map.of()).obstacle())
                .isNull();
    }
}

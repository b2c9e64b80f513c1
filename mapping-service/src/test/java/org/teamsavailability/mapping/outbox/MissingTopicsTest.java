package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.outbox.messaging.KafkaPublishers;
import org.teamsavailability.service.kafka.TopicsMissingException;
import org.teamsavailability.testsupport.Patience;

@Tag("slow")
class MissingTopicsTest {

    private static final String SENTENCE =
            "These topics do not exist: elsewhere.technician-mapping,"
                    + " elsewhere.service-desk-connection. Create them with `java -jar"
                    + " availability-enricher.jar topics create`, or correct TOPIC_PREFIX.";

    @AutoClose
    private final KafkaPublishers publishers =
            new KafkaPublishers(
                    TestTopics.client(),
                    "elsewhere.",
                    TestTopics.serdes(),
                    KafkaPublishers::connect,
                    Patience.PATIENCE,
                    Telemetry.none());

    @Test
    void areNamedWithTheWayOut() {
        assertThatExceptionOfType(TopicsMissingException.class)
                .isThrownBy(publishers::open)
                .withMessage(SENTENCE)
                .satisfies(it -> assertThat(FailureClasses.of(it)).isEqualTo(SENTENCE));
    }
}

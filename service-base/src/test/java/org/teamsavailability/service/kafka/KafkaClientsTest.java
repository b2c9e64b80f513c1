package org.teamsavailability.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void passesSecuritySettingsOnByKafkasNames() {
        assertThat(
                        KafkaClients.settings(
                                "kafka:9092",
                                Map.of("protocol", "SASL_SSL", "sasl.mechanism", "PLAIN")))
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers",
                                "kafka:9092",
                                "security.protocol",
                                "SASL_SSL",
                                "sasl.mechanism",
                                "PLAIN"));
    }

    @Test
    void rejectsMissingServersByTheNameOfTheVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KafkaClients.check(" ", ""))
                .withMessage("KAFKA_BOOTSTRAP_SERVERS is not set, and must be");
    }

    @Test
    void rejectsAPrefixThatNoTopicMayHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KafkaClients.check("kafka:9092", "a/b"))
                .withMessageStartingWith("TOPIC_PREFIX is \"a/b\"");
    }
}

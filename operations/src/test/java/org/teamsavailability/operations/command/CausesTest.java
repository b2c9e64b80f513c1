package org.teamsavailability.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatIsWrongAndTheWayOut(Exception failure, String wayOut) {
        assertThat(Causes.of(new KafkaException("Failed", failure)))
                .contains(wayOut)
                .doesNotContain("\n");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new TimeoutException("60 s"), "KAFKA_BOOTSTRAP_SERVERS"),
                Arguments.of(new SaslAuthenticationException("no"), "KAFKA_SECURITY_"),
                Arguments.of(
                        new TopicAuthorizationException("t"),
                        "docs/operations/authentication-and-tls.md"),
                Arguments.of(new UnknownTopicOrPartitionException(), "TOPIC_PREFIX"));
    }
}

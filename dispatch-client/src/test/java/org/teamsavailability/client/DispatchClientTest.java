package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.client.Requests.DESK;
import static org.teamsavailability.client.Requests.answer;
import static org.teamsavailability.client.Requests.request;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** On a real broker, each test under a topic prefix of its own. */
@Tag("slow")
class DispatchClientTest {

    private static final TestBroker BROKER = new TestBroker();
    private final String prefix = UUID.randomUUID() + ".";
    private final ClientSettings settings = ClientSettings.withPrefix(prefix);

    DispatchClientTest() {
        BROKER.createTopics(prefix);
    }

    @AfterAll
    static void close() {
        BROKER.close();
    }

    @Test
    void givesBackTheAnswerOfTheRequest() {
        try (var enricher =
                        new Enricher(
                                BROKER,
                                prefix,
                                (it, id) -> {
                                    it.answer(answer("contoso", id, "of another desk"));
                                    it.answer(answer(DESK, "other", "of another request"));
                                    it.write(DESK, "no answer".getBytes(UTF_8));
                                    it.answer(answer(DESK, id, "of " + id));
                                    it.answer(answer(DESK, id, "a second time"));
                                });
                var client = client()) {
            assertThat(ask(client, request("r-1", inAMinute())).getRunOutput()).isEqualTo("of r-1");
            assertThat(ask(client, request("r-2", inAMinute())).getRunOutput()).isEqualTo("of r-2");
            assertThat(client.waiting()).isZero();
            assertThat(client.skipped()).isPositive();
            assertThat(enricher.seen())
                    .extracting(record -> record.key())
                    .containsExactly(DESK, DESK);
        }
    }

    @Test
    void passesFurtherHeadersOn() {
        try (var enricher =
                        new Enricher(BROKER, prefix, (it, id) -> it.answer(answer(DESK, id, "")));
                var client = client()) {
            client.ask(request("r", inAMinute()), Map.of("traceparent", "00-1-2-01"))
                    .toCompletableFuture()
                    .join();

            var header = enricher.seen().getFirst().headers().lastHeader("traceparent");
            assertThat(new String(header.value(), UTF_8)).isEqualTo("00-1-2-01");
        }
    }

    @Test
    void givesTheNeutralAnswerAtTheDeadline() {
        try (var client = client()) {
            var answer = ask(client, request("r", Instant.now()));

            assertThat(answer.getSource()).isEqualTo(AvailabilitySource.PSA_ONLY);
            assertThat(answer.getMessageKey()).isEqualTo(NeutralAnswer.MESSAGE_KEY);
            assertThat(client.waiting()).isZero();
        }
    }

    @Test
    void givesTheNeutralAnswerIfKafkaIsUnavailable() {
        var elsewhere = new HashMap<>(BROKER.clientConfiguration());
        elsewhere.put("bootstrap.servers", "localhost:1");
        try (var client = new DispatchClient(elsewhere, settings)) {
            assertThat(ask(client, request("r", Instant.now())).getMessageKey())
                    .isEqualTo(NeutralAnswer.MESSAGE_KEY);
        }
    }

    @Test
    void failsAtOnceIfTheRequestIsTooLarge() {
        var large =
                DispatchRequested.newBuilder(request("r", inAMinute()))
                        .setTeamsAvailability(
                                new TeamsAvailabilitySettings(
                                        true, List.of(), "x".repeat(2_000_000)))
                        .build();
        try (var client = client()) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> ask(client, large))
                    .havingCause()
                    .isInstanceOf(RequestRefusedException.class)
                    .withMessageContaining("The request r cannot be published")
                    .withCauseInstanceOf(RecordTooLargeException.class);
            await().until(() -> client.waiting() == 0);
        }
    }

    private DispatchClient client() {
        return new DispatchClient(BROKER.clientConfiguration(), settings);
    }

    private static CandidateAvailability ask(DispatchClient client, DispatchRequested request) {
        return client.ask(request).toCompletableFuture().orTimeout(2, TimeUnit.MINUTES).join();
    }

    private static Instant inAMinute() {
        return Instant.now().plus(Duration.ofMinutes(1));
    }
}

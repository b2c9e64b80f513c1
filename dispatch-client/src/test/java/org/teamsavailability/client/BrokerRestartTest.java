package org.teamsavailability.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.client.Requests.DESK;
import static org.teamsavailability.client.Requests.answer;
import static org.teamsavailability.client.Requests.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker is killed while requests wait. */
@Tag("slow")
class BrokerRestartTest {

    private static final List<String> IDS =
            IntStream.range(0, 20).mapToObj(number -> "r-" + number).toList();
    private static final ClientSettings SETTINGS = ClientSettings.withPrefix("");

    @AutoClose private final TestBroker broker = new TestBroker();

    @Test
    void everyWaiterGetsTheFirstAnswer() {
        broker.createTopics("");
        try (var enricher = new Enricher(broker, "", (it, id) -> {});
                var answers =
                        new Answers(
                                broker.connection(),
                                new PlainRecords.AnswerDeserializer(),
                                SETTINGS);
                var publisher =
                        new RequestPublisher(
                                broker.connection(),
                                new PlainRecords.RequestSerializer(),
                                SETTINGS)) {
            var waiting = IDS.stream().map(id -> ask(answers, publisher, id)).toList();
            await().until(() -> enricher.seen().size() == IDS.size());

            broker.server().kill();
            givesNeutralAnswersMeanwhile();
            broker.server().start();

            var reversed = new ArrayList<>(IDS);
            Collections.reverse(reversed);
            reversed.forEach(id -> {
                enricher.answer(answer(DESK, id, "of " + id));
                enricher.answer(answer(DESK, id, "again"));
            });
            assertThat(waiting)
                    .extracting(it -> it.answer().toCompletableFuture().join())
                    .extracting(received -> received.answer().getRunOutput())
                    .containsExactlyElementsOf(IDS.stream().map(id -> "of " + id).toList());
            assertThat(answers.waiting()).isZero();
            assertThat(answers.timers()).isZero();
        }
    }

    private void givesNeutralAnswersMeanwhile() {
        try (var client = new DispatchClient(broker.clientConfiguration(), SETTINGS)) {
            var answer = client.ask(request("r", Instant.now())).toCompletableFuture().join();

            assertThat(answer.getMessageKey()).isEqualTo(NeutralAnswer.MESSAGE_KEY);
        }
    }

    private static AwaitedAnswer ask(Answers answers, RequestPublisher publisher, String id) {
        var waiter = answers.await(DESK, id, Instant.now().plusSeconds(300));
        waiter.ready().toCompletableFuture().join();
        publisher.publish(request(id, null), Map.of()).toCompletableFuture().join();
        return waiter;
    }
}

package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.HeaderNames;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * A request that was accepted is published once, whenever the mapping-service is killed, and a
 * repeat gets the same answer. {@code -Dkills=100} kills it more often.
 */
@OnTheWholeStack
class AskOverHttpKilledTest {

    private static final int CLIENTS = 8;
    private static final int BETWEEN = 30;

    private final WholeStack stack;

    AskOverHttpKilledTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void publishesEachAcceptedRequestOnceThoughItIsKilled() {
        var desk = stack.desk().setUp(2);
        var http = HttpAsker.of(desk);
        var answers = new ConcurrentHashMap<String, String>();
        var stop = new AtomicBoolean();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, CLIENTS)
                    .forEach(_ ->
                            clients.execute(() -> {
                                while (!stop.get()) {
                                    ask(http, desk.request(List.of("tech-1", "tech-2")), answers);
                                }
                            }));
            for (int kill = 0; kill < Integer.getInteger("kills", 10); kill++) {
                awaitAnswers(answers);
                stack.mappingService().kill();
                stack.mappingService().start();
            }
            awaitAnswers(answers);
            stop.set(true);
        }

        var published = published(desk.id());
        assertThat(published).containsOnlyKeys(answers.keySet());
        assertThat(published.values()).containsOnly(1);
    }

    /** Repeats the request until it is answered, and then once more. */
    private static void ask(
            HttpAsker http, DispatchRequested request, Map<String, String> answers) {
        var answer = untilAnswered(http, request);

        assertThat(untilAnswered(http, request)).isEqualTo(answer);
        answers.put(request.getRequestId(), answer);
    }

    private static String untilAnswered(HttpAsker http, DispatchRequested request) {
        return await().atMost(StartTimeout.get())
                .until(
                        () -> {
                            try {
                                var response = http.ask(request);
                                assertThat(response.statusCode()).isNotIn(400, 401, 403, 422, 500);
                                return response.statusCode() == 200 ? response.body() : "";
                            } catch (UncheckedIOException _) {
                                return ""; // it is killed
                            }
                        },
                        body -> !body.isEmpty());
    }

    private static void awaitAnswers(Map<String, String> answers) {
        int before = answers.size();
        await().atMost(StartTimeout.get()).until(() -> answers.size() >= before + BETWEEN);
    }

    /** How often each request of a desk is on the topic. */
    private Map<String, Integer> published(String desk) {
        var counts = new HashMap<String, Integer>();
        try (var log = stack.log(Topics.DISPATCH_REQUESTED)) {
            log.upToNow().stream()
                    .filter(it -> new String(it.key(), UTF_8).equals(desk))
                    .map(AskOverHttpKilledTest::requestId)
                    .forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        return counts;
    }

    private static String requestId(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader(HeaderNames.REQUEST_ID).value(), UTF_8);
    }
}

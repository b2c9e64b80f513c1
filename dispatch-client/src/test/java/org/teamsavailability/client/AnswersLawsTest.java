package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.client.Requests.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What holds for every order of waiting, answers, repeated answers, records that cannot be decoded
 * and failures of Kafka and of the schema registry.
 */
class AnswersLawsTest {

    private static final List<String> DESKS = List.of("northwind", "contoso");

    private final PlainRecords.AnswerDeserializer plain = new PlainRecords.AnswerDeserializer();

    @Property(tries = 100)
    void eachWaiterGetsTheFirstAnswerOfItsRequest(
            @ForAll long seed, @ForAll @IntRange(max = 3) int failures) {
        var random = new Random(seed);
        var topic = new FakeTopic(DESKS.size());
        try (var answers = answers(topic, plain)) {
            topic.fail(failures);
            var waiting = waiters(answers, random);
            waiting.forEach(waiter -> waiter.ready().toCompletableFuture().join());
            var first = appendAnswers(topic, random, waiting);

            for (var waiter : waiting) {
                var received = waiter.answer().toCompletableFuture().join();
                assertThat(received.answer().getServiceDeskId())
                        .isEqualTo(waiter.key().serviceDeskId());
                assertThat(received.answer().getRequestId()).isEqualTo(waiter.key().requestId());
                assertThat(received.offset()).isEqualTo(first.get(waiter.key()));
            }
            assertThat(answers.waiting()).isZero();
            assertThat(answers.timers()).isZero();
        }
    }

    @Property(tries = 50)
    void noAnswerIsLostWhileTheRegistryIsUnavailable(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int outage) {
        var random = new Random(seed);
        var topic = new FakeTopic(DESKS.size());
        var left = new AtomicInteger(outage);
        Deserializer<Object> flaky =
                (name, bytes) -> {
                    if (left.getAndDecrement() > 0) {
                        throw new SerializationException(new TimeoutException("no registry"));
                    }
                    return plain.deserialize(name, bytes);
                };
        try (var answers = answers(topic, flaky)) {
            var waiting = waiters(answers, random);
            waiting.forEach(waiter -> waiter.ready().toCompletableFuture().join());
            appendAnswers(topic, random, waiting);

            for (var waiter : waiting) {
                var received = waiter.answer().toCompletableFuture().join();
                assertThat(received.answer().getRequestId()).isEqualTo(waiter.key().requestId());
            }
            assertThat(answers.waiting()).isZero();
        }
    }

    private static List<AwaitedAnswer> waiters(Answers answers, Random random) {
        var waiters = new ArrayList<AwaitedAnswer>();
        for (int i = random.nextInt(1, 20); i > 0; i--) {
            var desk = DESKS.get(random.nextInt(DESKS.size()));
            waiters.add(
                    answers.await(desk, "r" + random.nextInt(8), Instant.now().plusSeconds(300)));
        }
        return waiters;
    }

    /**
     * One to three answers to each request in any order, among others, with a new consumer now and
     * then; returns the offset of the first answer to each.
     */
    private static Map<RequestKey, Long> appendAnswers(
            FakeTopic topic, Random random, List<AwaitedAnswer> waiting) {
        var keys = new ArrayList<RequestKey>();
        for (var waiter : waiting) {
            keys.addAll(Collections.nCopies(random.nextInt(1, 4), waiter.key()));
        }
        Collections.shuffle(keys, random);
        var first = new HashMap<RequestKey, Long>();
        var offsets = new long[DESKS.size()];
        for (var key : keys) {
            int partition = DESKS.indexOf(key.serviceDeskId());
            switch (random.nextInt(6)) {
                case 0 -> {
                    topic.append(partition, key.serviceDeskId(), "damaged".getBytes(UTF_8));
                    offsets[partition]++;
                }
                case 1 -> {
                    var other = answer(key.serviceDeskId(), "other", "");
                    topic.append(partition, key.serviceDeskId(), PlainRecords.bytes(other));
                    offsets[partition]++;
                }
                case 2 -> topic.fail(1);
                default -> {
                    // nothing in between
                }
            }
            first.putIfAbsent(key, offsets[partition]++);
            topic.append(
                    partition,
                    key.serviceDeskId(),
                    PlainRecords.bytes(answer(key.serviceDeskId(), key.requestId(), "")));
        }
        return first;
    }

    private static Answers answers(FakeTopic topic, Deserializer<?> deserializer) {
        return new Answers(
                topic::consumer, deserializer, ClientSettings.withPrefix(""), Duration.ofMillis(1));
    }
}

package org.teamsavailability.operations.traffic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.broker.BrokerFutures;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** Publishes requests and gathers their answers. For one thread. */
public final class Conversation implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    private final Access access;
    private final RecordSerdes serdes;
    private final Producer<String, byte[]> producer;
    private final TopicTail<CandidateAvailability> answers;

    /**
     * A request and its answer.
     *
     * @param request as it was published
     * @param answer null where none came in time
     */
    public record Exchange(DispatchRequested request, @Nullable CandidateAvailability answer) {}

    private Conversation(
            Access access, RecordSerdes serdes, TopicTail<CandidateAvailability> answers) {
        this.access = access;
        this.serdes = serdes;
        this.answers = answers;
        this.producer = access.producer();
    }

    /** Returns when no answer to a later request can be missed; the serdes stay the caller's. */
    public static Conversation open(Access access, RecordSerdes serdes) {
        return new Conversation(
                access,
                serdes,
                TopicTail.open(
                        access,
                        serdes,
                        Topics.CANDIDATE_AVAILABILITY,
                        CandidateAvailability.class));
    }

    /**
     * Publishes all requests at once and hands over each with its answer, in the order of the
     * requests and as early as that order allows.
     *
     * @param patience how long the answers may take, from the publishing of the last request
     * @return how many were answered
     * @throws KafkaException if the broker does not take a request
     */
    public int ask(List<DispatchRequested> requests, Duration patience, Consumer<Exchange> heard) {
        publish(requests);
        var deadline = System.nanoTime() + patience.toNanos();
        var waiting = new Waiting(requests);
        while (waiting.isNotEmpty() && System.nanoTime() < deadline) {
            answers.poll(LOOK_AGAIN_AFTER).forEach(waiting::take);
            waiting.handOver(heard);
        }
        waiting.giveUp(heard);
        return waiting.answered;
    }

    private void publish(List<DispatchRequested> requests) {
        var topic = access.name(Topics.DISPATCH_REQUESTED);
        var serializer = serdes.forValue(DispatchRequested.class).serializer();
        var sent = new ArrayList<Future<?>>(requests.size());
        for (var request : requests) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    request.getServiceDeskId(),
                                    serializer.serialize(topic, request))));
        }
        sent.forEach(BrokerFutures::of);
    }

    @Override
    public void close() {
        producer.close();
        answers.close();
    }

    /** Requests with the same id are answered in their order, as each record has its own answer. */
    private static final class Waiting {

        private final List<DispatchRequested> requests;
        private final @Nullable CandidateAvailability[] answers;
        private final Map<String, Deque<Integer>> places = new HashMap<>();
        private int next;
        private int answered;

        Waiting(List<DispatchRequested> requests) {
            this.requests = requests;
            this.answers = new @Nullable CandidateAvailability[requests.size()];
            for (int place = 0; place < requests.size(); place++) {
                places.computeIfAbsent(requests.get(place).getRequestId(), _ -> new ArrayDeque<>())
                        .add(place);
            }
        }

        boolean isNotEmpty() {
            return answered < requests.size();
        }

        void take(CandidateAvailability answer) {
            var open = places.get(answer.getRequestId());
            var place = open == null ? null : open.poll();
            if (place != null) {
                answers[place] = answer;
                answered++;
            }
        }

        void handOver(Consumer<Exchange> heard) {
            while (next < answers.length && answers[next] != null) {
                heard.accept(new Exchange(requests.get(next), answers[next]));
                next++;
            }
        }

        void giveUp(Consumer<Exchange> heard) {
            for (; next < answers.length; next++) {
                heard.accept(new Exchange(requests.get(next), answers[next]));
            }
        }
    }
}

package org.teamsavailability.localstack.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.traffic.Conversation;
import org.teamsavailability.operations.traffic.TopicTail;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** Sends the samples one after the other and compares each answer with what is expected. */
public final class SampleRun {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FALLBACKS_COME_WITHIN = Duration.ofSeconds(5);

    private final Endpoints stack;
    private final RecordSerdes serdes;
    private final SampleDesks desks;
    private final @Nullable SimulatorControl simulator;

    /** Hears how the samples go. */
    public interface Listener {

        /** A sample was answered, or not. */
        void heard(Sample sample, @Nullable CandidateAvailability answer, List<String> mistakes);

        /** A record came on the fallback topic. */
        void heard(FallbackReason fallback);
    }

    /**
     * @param simulator where faults are set; null to leave out the samples that need one
     */
    public SampleRun(
            Endpoints stack,
            RecordSerdes serdes,
            SampleDesks desks,
            @Nullable SimulatorControl simulator) {
        this.stack = stack;
        this.serdes = serdes;
        this.desks = desks;
        this.simulator = simulator;
    }

    /** How many samples went wrong; a missing record on the fallback topic counts as one. */
    public int send(List<Sample> samples, Listener listener) {
        try (var fallbacks =
                        TopicTail.open(
                                stack.access(),
                                serdes,
                                Topics.FALLBACK_REASON,
                                FallbackReason.class);
                var conversation = Conversation.open(stack.access(), serdes)) {
            int wrong = 0;
            int published = 0;
            for (var sample : samples) {
                if (sample.fault() == null || simulator != null) {
                    var answer = ask(conversation, sample);
                    var mistakes = sample.mistakes(answer);
                    listener.heard(sample, answer, mistakes);
                    wrong += mistakes.isEmpty() ? 0 : 1;
                    published += publishedFallbacks(answer);
                }
            }
            return wrong + (hear(fallbacks, published, listener) ? 0 : 1);
        }
    }

    private @Nullable CandidateAvailability ask(Conversation conversation, Sample sample) {
        var answers = new ArrayList<CandidateAvailability>();
        setFault(sample);
        try {
            conversation.ask(
                    List.of(sample.request()),
                    PATIENCE,
                    exchange -> {
                        if (exchange.answer() != null) {
                            answers.add(exchange.answer());
                        }
                    });
        } finally {
            clearFault(sample);
        }
        return answers.isEmpty() ? null : answers.getFirst();
    }

    private void setFault(Sample sample) {
        var tenant = desks.tenant(sample.request().getServiceDeskId());
        if (simulator != null && sample.fault() != null && tenant != null) {
            sample.fault().set(simulator, UUID.fromString(tenant));
        }
    }

    private void clearFault(Sample sample) {
        if (simulator != null && sample.fault() != null) {
            simulator.clearFaults();
        }
    }

    /** A switch and an instruction are somebody's will; only what went wrong is published. */
    private static int publishedFallbacks(@Nullable CandidateAvailability answer) {
        return answer == null
                ? 0
                : (int)
                        answer.getFallbacks().stream()
                                .filter(fallback ->
                                        fallback.getReason() != Reason.TOGGLE_OFF
                                                && fallback.getReason()
                                                        != Reason.IGNORED_BY_INSTRUCTION)
                                .count();
    }

    private static boolean hear(
            TopicTail<FallbackReason> fallbacks, int expected, Listener listener) {
        var deadline = System.nanoTime() + FALLBACKS_COME_WITHIN.toNanos();
        int heard = 0;
        while (heard < expected && System.nanoTime() < deadline) {
            for (var fallback : fallbacks.poll(Duration.ofMillis(100))) {
                listener.heard(fallback);
                heard++;
            }
        }
        return heard == expected;
    }
}

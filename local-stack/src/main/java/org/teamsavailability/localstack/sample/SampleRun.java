package org.teamsavailability.localstack.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.traffic.Conversation;
import org.teamsavailability.operations.traffic.TopicTail;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * Sends the samples one after the other and compares each answer with what is expected. For one
 * thread.
 */
public final class SampleRun {

    /** For an enricher that has just started, and on a busy machine: as far as it looks ahead. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private static final Set<Reason> OF_TABLES =
            Set.of(Reason.TEAMS_NOT_CONNECTED, Reason.NO_CANDIDATES_MAPPED, Reason.CONSENT_PENDING);

    private final Endpoints stack;
    private final RecordSerdes serdes;
    private final SampleDesks desks;
    private final @Nullable SimulatorControl simulator;

    /** How long the last question took. */
    private Duration took = Duration.ZERO;

    /** Hears how the samples go. */
    public interface Listener {

        /**
         * A sample was answered, or not.
         *
         * @param took from the request to its answer
         * @param mistakes what is not as expected, a line each
         */
        void heard(
                Sample sample,
                @Nullable CandidateAvailability answer,
                Duration took,
                List<String> mistakes);

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

    /** Those of the samples that can be sent: without a simulator none needs a fault. */
    public List<Sample> sendable(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.fault() == null || simulator != null)
                .toList();
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
            var asked = new HashSet<String>();
            var tablesAreRead = Instant.now().plus(StartTimeout.get());
            for (var sample : sendable(samples)) {
                asked.add(sample.request().getRequestId());
                var answer = ask(conversation, sample);
                published += publishedFallbacks(answer);
                while (missesRows(sample, answer) && Instant.now().isBefore(tablesAreRead)) {
                    answer = ask(conversation, sample);
                    published += publishedFallbacks(answer);
                }
                var mistakes = sample.mistakes(answer);
                listener.heard(sample, answer, took, mistakes);
                wrong += mistakes.isEmpty() ? 0 : 1;
            }
            return wrong + (hear(fallbacks, asked, published, listener) ? 0 : 1);
        } finally {
            clearFaults();
        }
    }

    /**
     * The enricher reads a row some milliseconds after it was published, so a sample whose answer
     * lacks a row is asked again.
     */
    private static boolean missesRows(Sample sample, @Nullable CandidateAvailability answer) {
        return answer != null
                && !sample.mistakes(answer).isEmpty()
                && (answer.getFallbacks().stream()
                                .anyMatch(it -> OF_TABLES.contains(it.getReason()))
                        || answer.getCandidates().stream()
                                .anyMatch(it -> it.getPresence() == PresenceVerdict.UNMAPPED));
    }

    private @Nullable CandidateAvailability ask(Conversation conversation, Sample sample) {
        var answers = new ArrayList<CandidateAvailability>();
        setFault(sample);
        var start = System.nanoTime();
        try {
            conversation.ask(
                    List.of(request(sample)),
                    StartTimeout.get(),
                    exchange -> {
                        if (exchange.answer() != null) {
                            answers.add(exchange.answer());
                        }
                    });
        } finally {
            took = Duration.ofNanos(System.nanoTime() - start);
            clearFault(sample);
        }
        return answers.isEmpty() ? null : answers.getFirst();
    }

    /** The sample's request with time enough for what it shows. */
    private static DispatchRequested request(Sample sample) {
        var within = sample.fault() == null ? ANSWERED_WITHIN : sample.fault().answeredWithin();
        return sample.request().getRespondBy() != null || within == null
                ? sample.request()
                : DispatchRequested.newBuilder(sample.request())
                        .setRespondBy(Instant.now().plus(within))
                        .build();
    }

    private void setFault(Sample sample) {
        var tenant = tenant(sample);
        if (simulator != null && sample.fault() != null && tenant != null) {
            sample.fault().set(simulator, tenant);
        }
    }

    private void clearFault(Sample sample) {
        var tenant = tenant(sample);
        if (simulator != null && sample.fault() != null && tenant != null) {
            simulator.clearFaults(tenant);
        }
    }

    /** Also those that were set while the desks were set up. */
    private void clearFaults() {
        if (simulator != null) {
            desks.plans().forEach(desk -> simulator.clearFaults(desk.microsoftTenantId()));
        }
    }

    private @Nullable UUID tenant(Sample sample) {
        var tenant = desks.tenant(sample.request().getServiceDeskId());
        return tenant == null ? null : UUID.fromString(tenant);
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

    /** Others may ask at the same time: only fallbacks of the samples count. */
    private static boolean hear(
            TopicTail<FallbackReason> fallbacks,
            Set<String> asked,
            int expected,
            Listener listener) {
        var deadline = System.nanoTime() + StartTimeout.get().toNanos();
        int heard = 0;
        while (heard < expected && System.nanoTime() < deadline) {
            for (var fallback : fallbacks.poll(Duration.ofMillis(100))) {
                if (asked.contains(fallback.getRequestId())) {
                    listener.heard(fallback);
                    heard++;
                }
            }
        }
        return heard == expected;
    }
}

package org.teamsavailability.mapping.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.decision.Decision;
import org.teamsavailability.mapping.decision.DecisionPage;
import org.teamsavailability.mapping.decision.DecisionQuery;
import org.teamsavailability.mapping.decision.DecisionStream;
import org.teamsavailability.mapping.fallback.FallbackPage;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.fallback.FallbackStream;
import org.teamsavailability.mapping.fallback.FallbackSummary;
import org.teamsavailability.mapping.fallback.Recovery;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * Both topics in memory, one partition each. An enricher answers each request when it is sent,
 * unless it is stopped. Any thread.
 */
public final class FakeStreams
        implements RequestStream, AnswerStream, DecisionStream, FallbackStream {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final List<DispatchRequested> requests = new ArrayList<>();
    private final List<CandidateAvailability> answers = new ArrayList<>();
    private final Map<String, Runnable> beforeSends = new ConcurrentHashMap<>();
    private Function<Duration, Boolean> passing = _ -> true;
    private boolean isUnavailable;
    private boolean isStopped;

    /** A desk's answer to a request. */
    public static CandidateAvailability answer(DispatchRequested request) {
        return CandidateAvailability.newBuilder()
                .setRequestId(request.getRequestId())
                .setServiceDeskId(request.getServiceDeskId())
                .setTicketId(request.getTicketId())
                .setDecidedAt(Instant.parse("2026-03-02T09:00:00.412Z"))
                .setSource(AvailabilitySource.PSA_ONLY)
                .setFallbacks(List.of())
                .setCandidates(List.of())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput("Dispatch used PSA-only availability.")
                .setLate(false)
                .build();
    }

    /** From now on nothing is sent or read. */
    public synchronized void becomeUnavailable(boolean unavailable) {
        isUnavailable = unavailable;
    }

    /** From now on nothing is answered. */
    public synchronized void stopEnricher() {
        isStopped = true;
    }

    /** From now on what is published is answered again. */
    public synchronized void startEnricher() {
        isStopped = false;
    }

    /** What happens while a call waits for an answer that does not come. */
    synchronized void passTime(Function<Duration, Boolean> time) {
        passing = time;
    }

    /** What happens after a request was given to the producer and before it is on the topic. */
    void beforeSending(String requestId, Runnable what) {
        beforeSends.put(requestId, what);
    }

    /** Puts a request on the topic, as an attempt does whose process dies before it knows. */
    public synchronized long publish(DispatchRequested request) {
        requests.add(request);
        if (!isStopped) {
            answers.add(answer(request));
        }
        return requests.size() - 1L;
    }

    /** Answers what is on the topic and was not answered. */
    public synchronized void answerAll() {
        requests.stream()
                .map(FakeStreams::answer)
                .filter(it -> !answers.contains(it))
                .toList()
                .forEach(answers::add);
    }

    /** How often a request is on the topic. */
    public synchronized long published(String requestId) {
        return requests.stream().filter(it -> it.getRequestId().equals(requestId)).count();
    }

    private synchronized void requireAvailable() {
        if (isUnavailable) {
            throw new AvailabilityRefusal.StreamUnavailable(RETRY_AFTER).exception();
        }
    }

    @Override
    public synchronized StreamEnds ends(String serviceDeskId) {
        requireAvailable();
        return new StreamEnds(0, requests.size(), answers.size());
    }

    @Override
    public Prepared prepare(DispatchRequested request) {
        return _ -> {
            requireAvailable();
            beforeSends.getOrDefault(request.getRequestId(), () -> {}).run();
            return publish(request);
        };
    }

    @Override
    public synchronized Search<Long> findRequest(
            String serviceDeskId, String requestId, int partition, long from) {
        requireAvailable();
        for (int at = (int) from; at < requests.size(); at++) {
            var request = requests.get(at);
            if (request.getServiceDeskId().equals(serviceDeskId)
                    && request.getRequestId().equals(requestId)) {
                return new Search.Found<>((long) at, at);
            }
        }
        return new Search.Absent<>(requests.size(), true);
    }

    @Override
    public Awaited await(String serviceDeskId, String requestId) {
        requireAvailable();
        return new Awaited() {
            @Override
            public @Nullable CandidateAvailability within(Duration patience) {
                var answer = answerTo(serviceDeskId, requestId);
                if (answer == null) {
                    var _ = passing.apply(patience);
                }
                return answer == null ? answerTo(serviceDeskId, requestId) : answer;
            }

            @Override
            public void close() {}
        };
    }

    private synchronized @Nullable CandidateAvailability answerTo(
            String serviceDeskId, String requestId) {
        return answers.stream()
                .filter(it -> it.getServiceDeskId().equals(serviceDeskId))
                .filter(it -> it.getRequestId().equals(requestId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized Search<CandidateAvailability> findAnswer(
            String serviceDeskId, String requestId, int partition, long from) {
        requireAvailable();
        for (int at = (int) from; at < answers.size(); at++) {
            var answer = answers.get(at);
            if (answer.getServiceDeskId().equals(serviceDeskId)
                    && answer.getRequestId().equals(requestId)) {
                return new Search.Found<>(answer, at);
            }
        }
        return new Search.Absent<>(answers.size(), true);
    }

    /** The offset of an answer is its place. */
    @Override
    public synchronized DecisionPage find(String serviceDeskId, DecisionQuery query) {
        requireAvailable();
        var before = query.before();
        var items = new ArrayList<Decision>();
        int at = before == null ? answers.size() : Math.clamp(before, 0, answers.size());
        while (at > 0 && items.size() < query.limit()) {
            var answer = answers.get(--at);
            if (answer.getServiceDeskId().equals(serviceDeskId) && query.matches(answer)) {
                items.add(new Decision(answer, null));
            }
        }
        return new DecisionPage(
                items,
                at == 0 ? null : Long.valueOf(at),
                at == answers.size() ? null : answers.get(at).getDecidedAt());
    }

    /** There are none. */
    @Override
    public synchronized FallbackPage find(
            String serviceDeskId, FallbackQuery query, Instant answersSince) {
        requireAvailable();
        return new FallbackPage(
                List.of(),
                new FallbackSummary(List.of(), query.since(), null, null),
                Recovery.UNKNOWN,
                null);
    }
}

package org.teamsavailability.operations.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.trace.RequestHistory.Standing;
import org.teamsavailability.operations.trace.RequestHistory.Unseen;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;

/**
 * Puts together what belongs to one request record.
 *
 * <p>Each record has an answer of its own, and several may have the same request id. The answers to
 * one ticket keep the order of its requests, so the first answer belongs to the first record that
 * was not a dead letter.
 */
final class RequestHistories {

    private final FoundRecords found;
    private final List<DeadLetter> letters;
    private final List<FoundRecord<PendingRequest>> pending;
    private final List<FoundRecord<FallbackReason>> fallbacks;
    private final Map<Ticket, List<FoundRecord<CandidateAvailability>>> answers =
            new LinkedHashMap<>();

    private record Ticket(String key, String ticketId) {}

    private RequestHistories(FoundRecords found) {
        this.found = found;
        this.letters = new ArrayList<>(found.deadLetters());
        this.pending = new ArrayList<>(found.pending() == null ? List.of() : found.pending());
        this.fallbacks = new ArrayList<>(found.fallbacks());
        for (var answer : found.answers()) {
            if (answer.value() != null) {
                answers.computeIfAbsent(
                                new Ticket(answer.key(), answer.value().getTicketId()),
                                _ -> new ArrayList<>())
                        .add(answer);
            }
        }
    }

    /** The history of each record, those whose request was found first. */
    static List<RequestHistory> of(FoundRecords found) {
        return new RequestHistories(found).histories();
    }

    private List<RequestHistory> histories() {
        var histories = new ArrayList<RequestHistory>();
        found.requests().forEach(request -> histories.add(of(request)));
        letters.forEach(letter -> histories.add(history(null, new Standing.Dead(letter))));
        pending.forEach(waiting -> histories.add(history(null, new Standing.Waiting(waiting))));
        answers.values().stream()
                .flatMap(List::stream)
                .forEach(answer -> histories.add(history(null, new Standing.Answered(answer))));
        while (!fallbacks.isEmpty()) {
            histories.add(withoutAnswer());
        }
        return histories;
    }

    private RequestHistory of(FoundRecord<DispatchRequested> request) {
        var letter = letterOf(request);
        if (letter != null) {
            letters.remove(letter);
            return history(request, new Standing.Dead(letter));
        }
        var answer = nextAnswer(request);
        if (answer != null) {
            pendingOf(request); // it was answered while this was looking
            return history(request, new Standing.Answered(answer));
        }
        var waiting = pendingOf(request);
        return history(request, waiting == null ? notSeen(request) : new Standing.Waiting(waiting));
    }

    private @Nullable DeadLetter letterOf(FoundRecord<DispatchRequested> request) {
        return letters.stream()
                .filter(letter -> letter.diedAt().equals(request.place()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable FoundRecord<CandidateAvailability> nextAnswer(
            FoundRecord<DispatchRequested> request) {
        if (request.value() == null) {
            return null;
        }
        var ofTicket = answers.get(new Ticket(request.key(), request.value().getTicketId()));
        return ofTicket == null || ofTicket.isEmpty() ? null : ofTicket.removeFirst();
    }

    /** The pending record of this request, which then belongs to no other. */
    private @Nullable FoundRecord<PendingRequest> pendingOf(
            FoundRecord<DispatchRequested> request) {
        var first =
                pending.stream().filter(waiting -> isOf(waiting, request)).findFirst().orElse(null);
        if (first != null) {
            pending.remove(first);
        }
        return first;
    }

    private static boolean isOf(
            FoundRecord<PendingRequest> waiting, FoundRecord<DispatchRequested> request) {
        return waiting.value() != null
                && waiting.partition() == request.partition()
                && waiting.key().equals(request.key())
                && waiting.value().getTimestamp().equals(request.at());
    }

    private Standing notSeen(FoundRecord<DispatchRequested> request) {
        if (found.taken() == null) {
            return new Standing.Unexplained(Unseen.TAKEN);
        }
        long taken = found.taken().getOrDefault(request.partition(), 0L);
        if (request.offset() >= taken) {
            return new Standing.NotTaken(request.offset() - taken);
        }
        return new Standing.Unexplained(found.pending() == null ? Unseen.PENDING : Unseen.NOTHING);
    }

    private RequestHistory history(
            @Nullable FoundRecord<DispatchRequested> request, Standing standing) {
        return new RequestHistory(
                request,
                standing,
                standing instanceof Standing.Answered it
                        ? fallbacksAt(it.answer().key(), it.answer().at())
                        : List.of());
    }

    private RequestHistory withoutAnswer() {
        var first = fallbacks.getFirst();
        return new RequestHistory(
                null, new Standing.AnswerNotKept(), fallbacksAt(first.key(), first.at()));
    }

    /** An answer and its fallbacks have the same key and the same time. */
    private List<FoundRecord<FallbackReason>> fallbacksAt(String key, Instant at) {
        var of =
                fallbacks.stream()
                        .filter(fallback -> fallback.key().equals(key) && fallback.at().equals(at))
                        .toList();
        fallbacks.removeAll(of);
        return of;
    }
}

package org.teamsavailability.operations.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.trace.Course.Standing;
import org.teamsavailability.operations.trace.Course.Unseen;
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
final class Courses {

    private final Found found;
    private final List<DeadLetter> letters;
    private final List<Sighting<PendingRequest>> pending;
    private final List<Sighting<FallbackReason>> fallbacks;
    private final Map<Ticket, List<Sighting<CandidateAvailability>>> answers =
            new LinkedHashMap<>();

    private record Ticket(String key, String ticketId) {}

    private Courses(Found found) {
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

    /** The course of each record, those whose request was found first. */
    static List<Course> of(Found found) {
        return new Courses(found).courses();
    }

    private List<Course> courses() {
        var courses = new ArrayList<Course>();
        found.requests().forEach(request -> courses.add(of(request)));
        letters.forEach(letter -> courses.add(course(null, new Standing.Dead(letter))));
        pending.forEach(waiting -> courses.add(course(null, new Standing.Waiting(waiting))));
        answers.values().stream()
                .flatMap(List::stream)
                .forEach(answer -> courses.add(course(null, new Standing.Answered(answer))));
        while (!fallbacks.isEmpty()) {
            courses.add(withoutAnswer());
        }
        return courses;
    }

    private Course of(Sighting<DispatchRequested> request) {
        var letter = letterOf(request);
        if (letter != null) {
            letters.remove(letter);
            return course(request, new Standing.Dead(letter));
        }
        var answer = nextAnswer(request);
        if (answer != null) {
            pendingOf(request); // it was answered while this was looking
            return course(request, new Standing.Answered(answer));
        }
        var waiting = pendingOf(request);
        return course(request, waiting == null ? notSeen(request) : new Standing.Waiting(waiting));
    }

    private @Nullable DeadLetter letterOf(Sighting<DispatchRequested> request) {
        return letters.stream()
                .filter(letter -> letter.diedAt().equals(request.place()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Sighting<CandidateAvailability> nextAnswer(
            Sighting<DispatchRequested> request) {
        if (request.value() == null) {
            return null;
        }
        var ofTicket = answers.get(new Ticket(request.key(), request.value().getTicketId()));
        return ofTicket == null || ofTicket.isEmpty() ? null : ofTicket.removeFirst();
    }

    /** The pending record of this request, which then belongs to no other. */
    private @Nullable Sighting<PendingRequest> pendingOf(Sighting<DispatchRequested> request) {
        var first =
                pending.stream().filter(waiting -> isOf(waiting, request)).findFirst().orElse(null);
        if (first != null) {
            pending.remove(first);
        }
        return first;
    }

    private static boolean isOf(
            Sighting<PendingRequest> waiting, Sighting<DispatchRequested> request) {
        return waiting.value() != null
                && waiting.partition() == request.partition()
                && waiting.key().equals(request.key())
                && waiting.value().getTimestamp().equals(request.at());
    }

    private Standing notSeen(Sighting<DispatchRequested> request) {
        if (found.taken() == null) {
            return new Standing.Unexplained(Unseen.TAKEN);
        }
        long taken = found.taken().getOrDefault(request.partition(), 0L);
        if (request.offset() >= taken) {
            return new Standing.NotTaken(request.offset() - taken);
        }
        return new Standing.Unexplained(found.pending() == null ? Unseen.PENDING : Unseen.NOTHING);
    }

    private Course course(@Nullable Sighting<DispatchRequested> request, Standing standing) {
        return new Course(
                request,
                standing,
                standing instanceof Standing.Answered it
                        ? fallbacksAt(it.answer().key(), it.answer().at())
                        : List.of());
    }

    private Course withoutAnswer() {
        var first = fallbacks.getFirst();
        return new Course(null, new Standing.AnswerNotKept(), fallbacksAt(first.key(), first.at()));
    }

    /** An answer and its fallbacks have the same key and the same time. */
    private List<Sighting<FallbackReason>> fallbacksAt(String key, Instant at) {
        var of =
                fallbacks.stream()
                        .filter(fallback -> fallback.key().equals(key) && fallback.at().equals(at))
                        .toList();
        fallbacks.removeAll(of);
        return of;
    }
}

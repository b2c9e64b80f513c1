package org.teamsavailability.operations.trace;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.trace.RequestHistory.Standing;
import org.teamsavailability.operations.trace.Search.Wanted;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.Topics;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trace as JSON; what is absent is null. Holds ids, times and counts, no texts of the records.
 */
final class TraceJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TraceJson() {}

    static ObjectNode of(Wanted wanted, Iterable<RequestHistory> histories) {
        var json = JSON.objectNode();
        json.put("requestId", wanted.requestId());
        json.put("searchedSince", wanted.since().toString());
        json.put("searchedDesk", wanted.desk());
        json.put("requestsKept", text(Topics.DISPATCH_REQUESTED.retention()));
        var all = json.putArray("records");
        histories.forEach(history -> all.add(history(history)));
        return json;
    }

    private static ObjectNode history(RequestHistory history) {
        var json = JSON.objectNode();
        json.put("serviceDeskId", history.desk());
        json.put("state", state(history.standing()));
        json.set("requested", requested(history.requested()));
        switch (history.standing()) {
            case Standing.Answered it -> json.set("answer", answer(it.answer()));
            case Standing.Waiting it -> json.set("waiting", waiting(it.pending()));
            case Standing.NotTaken it -> json.put("recordsBefore", it.before());
            case Standing.Dead it -> json.set("deadLetter", letter(it.letter()));
            case Standing.Unexplained it -> json.put("notSeen", it.unseen().name());
            case Standing.AnswerNotKept _ -> {}
        }
        var fallbacks = json.putArray("fallbacks");
        history.fallbacks().forEach(fallback -> fallbacks.add(fallback(fallback)));
        return json;
    }

    /** What docs/operations/commands.md explains. */
    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Answered _ -> "ANSWERED";
            case Standing.AnswerNotKept _ -> "ANSWER_NOT_KEPT";
            case Standing.Waiting _ -> "WAITING";
            case Standing.NotTaken _ -> "NOT_TAKEN";
            case Standing.Dead _ -> "DEAD_LETTER";
            case Standing.Unexplained _ -> "NO_ANSWER";
        };
    }

    private static @Nullable ObjectNode requested(@Nullable FoundRecord<DispatchRequested> record) {
        if (record == null) {
            return null;
        }
        var json = place(record);
        var request = record.value();
        if (request != null) {
            json.put("ticketId", request.getTicketId());
            json.put("requestedAt", request.getRequestedAt().toString());
            json.put("respondBy", text(request.getRespondBy()));
            json.put("candidates", request.getCandidates().size());
        }
        return json;
    }

    private static ObjectNode answer(FoundRecord<CandidateAvailability> record) {
        var json = place(record);
        var answer = record.value();
        if (answer != null) {
            json.put("source", answer.getSource().name());
            json.put("late", answer.getLate());
            json.put("candidates", answer.getCandidates().size());
            json.put("blocked", VerdictCounts.blocked(answer));
            VerdictCounts.of(answer)
                    .forEach((part, counts) -> {
                        var values = json.putObject(part);
                        counts.forEach(values::put);
                    });
            var fallbacks = json.putArray("fallbacks");
            answer.getFallbacks()
                    .forEach(fallback ->
                            fallbacks
                                    .addObject()
                                    .put("reason", fallback.getReason().name())
                                    .put("signal", fallback.getSignal().name()));
        }
        return json;
    }

    private static ObjectNode waiting(FoundRecord<PendingRequest> record) {
        var json = place(record);
        var pending = record.value();
        if (pending != null) {
            var until = WaitingUntil.of(pending);
            json.put("since", pending.getTakenAt().toString());
            json.put("until", until.deadline().toString());
            json.put("untilIsOfRequest", until.ofRequest());
        }
        return json;
    }

    private static ObjectNode letter(DeadLetter letter) {
        var json = JSON.objectNode();
        json.put("topic", letter.record().topic());
        json.put("partition", letter.record().partition());
        json.put("offset", letter.record().offset());
        json.put("at", letter.at().toString());
        json.put("exception", letter.exception());
        json.put("reason", letter.message());
        json.put("obstacle", letter.obstacle());
        return json;
    }

    private static ObjectNode fallback(FoundRecord<FallbackReason> record) {
        var json = place(record);
        var fallback = record.value();
        if (fallback != null) {
            json.put("reason", fallback.getReason().name());
            json.put("signal", fallback.getSignal().name());
            json.put("affectedCandidates", fallback.getAffectedCandidates());
            json.put("graphStatus", fallback.getGraphStatus());
            json.put("graphRequestId", fallback.getGraphRequestId());
        }
        return json;
    }

    private static ObjectNode place(FoundRecord<?> record) {
        var json = JSON.objectNode();
        json.put("topic", record.topic());
        json.put("partition", record.partition());
        json.put("offset", record.offset());
        json.put("at", record.at().toString());
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

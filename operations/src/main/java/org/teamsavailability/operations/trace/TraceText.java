package org.teamsavailability.operations.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.trace.RequestHistory.Standing;
import org.teamsavailability.operations.trace.Search.Wanted;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Topics;

/** A trace for people, at most 80 columns wide where the ids allow it. */
final class TraceText {

    private final Wanted wanted;
    private final Instant now;
    private final TraceLines lines = new TraceLines();
    private final DelayText delays;

    TraceText(Wanted wanted, Instant now) {
        this.wanted = wanted;
        this.now = now;
        this.delays = new DelayText(lines, now);
    }

    List<String> of(List<RequestHistory> histories) {
        if (histories.isEmpty()) {
            notFound();
        }
        histories.forEach(this::add);
        return lines.all();
    }

    private void notFound() {
        lines.add("Request " + wanted.requestId() + " was not found.");
        lines.say("searched", "from " + wanted.since() + " to " + now);
        if (wanted.desk() != null) {
            lines.say(
                    "",
                    "Only the partition was read on which Kafka's default partitioner puts service"
                            + " desk \"%s\". Without --desk, all of them are read."
                                    .formatted(wanted.desk()));
        }
        var kept = Topics.DISPATCH_REQUESTED.retention();
        if (kept != null && wanted.since().isAfter(now.minus(kept))) {
            lines.say(
                    "",
                    "The topics keep requests and answers for %d hours: search further back with --since %dh."
                            .formatted(kept.toHours(), kept.toHours()));
        } else {
            lines.say("", "The topics keep requests and answers no longer than that.");
        }
    }

    private void add(RequestHistory history) {
        lines.separate();
        lines.add("Request " + wanted.requestId() + " of service desk " + history.desk());
        requested(history.requested());
        switch (history.standing()) {
            case Standing.Answered it -> answered(it.answer(), history.requested());
            case Standing.AnswerNotKept _ ->
                    lines.say("answered", "earlier: only its fallback records are still kept");
            case Standing.Waiting it -> delays.waiting(it.pending());
            case Standing.NotTaken it -> delays.notTaken(it.before());
            case Standing.Dead it -> delays.dead(it.letter());
            case Standing.Unexplained it -> delays.unexplained(it.unseen());
        }
        history.fallbacks().forEach(this::fallback);
    }

    private void requested(@Nullable FoundRecord<DispatchRequested> record) {
        if (record == null) {
            lines.say("requested", "before " + wanted.since() + ", or no longer kept");
            return;
        }
        lines.say("requested", record.at() + "  " + place(record));
        var request = record.value();
        if (request != null) {
            lines.say(
                    "",
                    "ticket %s, %s, requestedAt %s, respondBy %s"
                            .formatted(
                                    request.getTicketId(),
                                    TraceLines.count(request.getCandidates().size(), "candidate"),
                                    request.getRequestedAt(),
                                    request.getRespondBy() == null
                                            ? "not given"
                                            : request.getRespondBy()));
        }
    }

    private void answered(
            FoundRecord<CandidateAvailability> record,
            @Nullable FoundRecord<DispatchRequested> requested) {
        lines.say("answered", record.at() + "  " + place(record));
        var answer = record.value();
        if (answer == null) {
            return;
        }
        lines.say(
                "",
                "source %s, %s%s"
                        .formatted(
                                answer.getSource(),
                                answer.getLate() ? "late" : "in time",
                                requested == null
                                        ? ""
                                        : ", "
                                                + seconds(requested.at(), record.at())
                                                + " after the request"));
        lines.say(
                "",
                TraceLines.count(answer.getCandidates().size(), "candidate")
                        + ", "
                        + VerdictCounts.blocked(answer)
                        + " blocked");
        VerdictCounts.of(answer)
                .forEach((part, counts) -> {
                    if (!counts.isEmpty()) {
                        lines.say("", part + ": " + text(counts));
                    }
                });
        answer.getFallbacks()
                .forEach(fallback ->
                        lines.say(
                                "",
                                "fallback: " + fallback.getReason() + ", " + fallback.getSignal()));
    }

    private void fallback(FoundRecord<FallbackReason> record) {
        var fallback = record.value();
        if (fallback == null) {
            return;
        }
        lines.say("fallback", record.at() + "  " + place(record));
        lines.say(
                "",
                "%s, %s, %s%s%s"
                        .formatted(
                                fallback.getReason(),
                                fallback.getSignal(),
                                TraceLines.count(fallback.getAffectedCandidates(), "candidate"),
                                fallback.getGraphStatus() == null
                                        ? ""
                                        : ", Microsoft answered " + fallback.getGraphStatus(),
                                fallback.getGraphRequestId() == null
                                        ? ""
                                        : ", its request-id " + fallback.getGraphRequestId()));
    }

    private static String place(FoundRecord<?> record) {
        return record.topic() + " " + record.place();
    }

    private static String text(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Instant from, Instant to) {
        return String.format(Locale.ROOT, "%.3f s", Duration.between(from, to).toMillis() / 1000.0);
    }
}

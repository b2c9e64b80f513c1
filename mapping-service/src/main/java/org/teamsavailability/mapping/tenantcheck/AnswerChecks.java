package org.teamsavailability.mapping.tenantcheck;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all answers have in common; after the other checks, whose answers it looks at. */
final class AnswerChecks {

    private static final String PERCENTAGE = "x-ms-throttle-limit-percentage";
    private static final double NEAR_THE_LIMIT = 0.8;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private AnswerChecks() {}

    static List<Check<?>> all() {
        return List.of(
                new Check<>(
                        "request-id",
                        "Does each answer name its request?",
                        "a GUID in the header request-id",
                        AnswerChecks::replies,
                        AnswerChecks::named),
                new Check<>(
                        "content-type",
                        "Which type have answers?",
                        "application/json, each of them",
                        AnswerChecks::replies,
                        AnswerChecks::json),
                new Check<>(
                        "clock",
                        "Does this machine's clock agree with the header Date?",
                        "within a minute",
                        AnswerChecks::replies,
                        AnswerChecks::clock),
                new Check<>(
                        "throttling",
                        "What does a 429 say?",
                        "when to come again, in the header Retry-After",
                        AnswerChecks::replies,
                        AnswerChecks::throttled),
                new Check<>(
                        "limit-header",
                        "When does Microsoft say how near the limit is?",
                        "from 0.8 of it on, in x-ms-throttle-limit-percentage",
                        AnswerChecks::replies,
                        AnswerChecks::percentage));
    }

    private static List<Reply> replies(ConnectedTenant tenant) throws NotTriedException {
        if (tenant.replies().isEmpty()) {
            throw new NotTriedException("nothing was answered");
        }
        return tenant.replies();
    }

    private static Finding named(List<Reply> replies) {
        long named =
                replies.stream()
                        .filter(it -> it.requestId() != null && Guids.isOne(it.requestId()))
                        .count();
        return ofAll(named, replies.size());
    }

    private static Finding json(List<Reply> replies) {
        long typed =
                replies.stream()
                        .map(reply ->
                                Objects.requireNonNullElse(
                                        reply.answer().header("content-type"), ""))
                        .filter(type ->
                                type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                        .count();
        return ofAll(typed, replies.size());
    }

    private static Finding ofAll(long some, int all) {
        return Finding.of(some == all, "%d of %d answers".formatted(some, all));
    }

    private static Finding clock(List<Reply> replies) {
        var last = replies.getLast().answer();
        var date = date(last.header("date"));
        if (date == null) {
            return new Finding.Different("without a Date that can be read");
        }
        // Date has whole seconds
        var late = Duration.between(date.plusMillis(500), last.answeredAt());
        return Finding.of(
                late.abs().compareTo(CLOCKS_DIFFER) <= 0,
                "this clock is %d s %s"
                        .formatted(late.abs().toSeconds(), late.isNegative() ? "behind" : "ahead"));
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Finding throttled(List<Reply> replies) throws NotTriedException {
        for (var reply : replies) {
            if (reply.status() == 429) {
                boolean says = reply.answer().header("retry-after") != null;
                return Finding.of(says, says ? "with Retry-After" : "without Retry-After");
            }
        }
        throw new NotTriedException("nothing was throttled");
    }

    private static Finding percentage(List<Reply> replies) throws NotTriedException {
        double least =
                replies.stream()
                        .map(reply -> reply.answer().header(PERCENTAGE))
                        .filter(Objects::nonNull)
                        .mapToDouble(AnswerChecks::number)
                        .min()
                        .orElse(Double.NaN);
        if (Double.isNaN(least)) {
            throw new NotTriedException("the header did not come: no limit was near");
        }
        return Finding.of(
                least >= NEAR_THE_LIMIT, String.format(Locale.ROOT, "at %.2f of the limit", least));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}

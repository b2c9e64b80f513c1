package org.teamsavailability.mapping.tenantcheck;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What answers of Shifts mean. */
final class ScheduleFindings {

    private static final Set<String> STATES =
            Set.of("NotStarted", "Running", "Completed", "Failed");
    private static final Duration LONGEST = Duration.ofHours(24);

    private record Span(Instant start, Instant end) {}

    private ScheduleFindings() {}

    static Finding schedule(Reply reply) {
        if (!reply.isOk()) {
            return new Finding.Different(reply.statusText());
        }
        var state = reply.json().path("provisionStatus").asString("");
        boolean enabled = reply.json().path("enabled").isBoolean();
        return Finding.of(
                enabled && STATES.contains(state),
                "%s enabled, provisionStatus %s"
                        .formatted(
                                enabled ? "with" : "without",
                                STATES.contains(state) ? state : "of none of the documented"));
    }

    static Finding rows(Reply reply) {
        return Finding.of(
                reply.isPage(),
                reply.isPage()
                        ? "200, %d entries on the first page".formatted(reply.items().size())
                        : reply.statusText());
    }

    static Finding inside(Reply reply, LocalDate from, LocalDate to) throws NotTriedException {
        var start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = to.atStartOfDay(ZoneOffset.UTC).toInstant();
        var shared = shared(reply);
        long outside =
                shared.stream()
                        .filter(span -> span.start().isBefore(start) || span.end().isAfter(end))
                        .count();
        return Finding.of(
                outside == 0 && shared.size() == reply.items().size(),
                "%d shifts, %d not wholly inside, %d without a shared time"
                        .formatted(
                                reply.items().size(),
                                outside,
                                reply.items().size() - shared.size()));
    }

    static Finding length(Reply reply) throws NotTriedException {
        var longest =
                shared(reply).stream()
                        .map(span -> Duration.between(span.start(), span.end()))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return Finding.of(
                longest.compareTo(LONGEST) <= 0,
                "the longest of %d is %.1f h"
                        .formatted(reply.items().size(), longest.toMinutes() / 60.0));
    }

    static Finding error(Reply reply) {
        if (reply.isOk()) {
            return new Finding.Different("no error: 200");
        }
        return Finding.of(
                reply.nestedCode() != null,
                reply.statusText()
                        + (reply.nestedCode() == null
                                ? ", without one inside"
                                : ", with " + reply.nestedCode() + " inside"));
    }

    private static List<Span> shared(Reply reply) throws NotTriedException {
        if (!reply.isPage()) {
            throw new NotTriedException("shifts were answered " + reply.statusText());
        }
        if (reply.items().isEmpty()) {
            throw new NotTriedException("the Team has no shifts in these two weeks");
        }
        return reply.items().stream()
                .map(shift -> span(shift.path("sharedShift")))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Span span(JsonNode shared) {
        var start = instant(shared.path("startDateTime"));
        var end = instant(shared.path("endDateTime"));
        return start == null || end == null ? null : new Span(start, end);
    }

    private static @Nullable Instant instant(JsonNode node) {
        try {
            return node.isString() ? OffsetDateTime.parse(node.asString()).toInstant() : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}

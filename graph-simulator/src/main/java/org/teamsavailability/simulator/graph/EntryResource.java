package org.teamsavailability.simulator.graph;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Span;

/** Graph's resource types {@code shift} and {@code timeOff}. */
sealed interface EntryResource {

    static EntryResource shift(ScheduleEntry entry) {
        return new Shift(
                entry.id(),
                entry.created(),
                entry.created(),
                entry.account(),
                entry.schedulingGroup(),
                entry.stagedForDeletion(),
                ShiftItem.of(entry, entry.shared()),
                ShiftItem.of(entry, entry.draft()));
    }

    static EntryResource timeOff(ScheduleEntry entry) {
        return new TimeOff(
                entry.id(),
                entry.created(),
                entry.created(),
                entry.account(),
                entry.stagedForDeletion(),
                TimeOffItem.of(entry, entry.shared()),
                TimeOffItem.of(entry, entry.draft()));
    }

    record Shift(
            String id,
            @Nullable Instant createdDateTime,
            @Nullable Instant lastModifiedDateTime,
            UUID userId,
            @Nullable String schedulingGroupId,
            boolean isStagedForDeletion,
            @Nullable ShiftItem sharedShift,
            @Nullable ShiftItem draftShift)
            implements EntryResource {}

    record TimeOff(
            String id,
            @Nullable Instant createdDateTime,
            @Nullable Instant lastModifiedDateTime,
            UUID userId,
            boolean isStagedForDeletion,
            @Nullable TimeOffItem sharedTimeOff,
            @Nullable TimeOffItem draftTimeOff)
            implements EntryResource {}

    record ShiftItem(
            @Nullable String displayName,
            @Nullable String notes,
            Instant startDateTime,
            Instant endDateTime,
            String theme,
            List<String> activities) {
        static @Nullable ShiftItem of(ScheduleEntry entry, @Nullable Span span) {
            return span == null
                    ? null
                    : new ShiftItem(
                            null,
                            entry.notes(),
                            span.start(),
                            span.end(),
                            entry.theme(),
                            List.of());
        }
    }

    record TimeOffItem(
            String timeOffReasonId, Instant startDateTime, Instant endDateTime, String theme) {
        static @Nullable TimeOffItem of(ScheduleEntry entry, @Nullable Span span) {
            String reason = "TOR_5f4e9c2a-0b7d-4d0e-9a53-3f0c7a1d2b64";
            return span == null
                    ? null
                    : new TimeOffItem(reason, span.start(), span.end(), entry.theme());
        }
    }
}

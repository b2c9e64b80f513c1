package org.teamsavailability.simulator.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift or a time off.
 *
 * @param id {@code SHFT_…} or {@code TOREQ_…}
 * @param account whose it is
 * @param shared as employees see it; null where it was never shared
 * @param draft as a manager is changing it; null where nothing is pending
 * @param stagedForDeletion whether it goes when the schedule is shared next
 * @param theme its colour, as Microsoft names it or not
 * @param schedulingGroup {@code TAG_…}; null is seen in practice
 * @param notes free text; null without
 * @param created when it was made; null is seen in practice
 */
public record ScheduleEntry(
        String id,
        UUID account,
        @Nullable Span shared,
        @Nullable Span draft,
        boolean stagedForDeletion,
        String theme,
        @Nullable String schedulingGroup,
        @Nullable String notes,
        @Nullable Instant created) {

    /** One that is shared and has nothing pending. */
    public static ScheduleEntry shared(UUID account, Instant start, Instant end) {
        return entry(account, new Span(start, end), null);
    }

    /** One that only managers see. */
    public static ScheduleEntry draft(UUID account, Instant start, Instant end) {
        return entry(account, null, new Span(start, end));
    }

    /** The same with a change pending that only managers see. */
    public ScheduleEntry withDraft(Instant start, Instant end) {
        return new ScheduleEntry(
                id,
                account,
                shared,
                new Span(start, end),
                stagedForDeletion,
                theme,
                schedulingGroup,
                notes,
                created);
    }

    /** The same, going when the schedule is shared next. */
    public ScheduleEntry stagedForDeletion(boolean staged) {
        return new ScheduleEntry(
                id, account, shared, draft, staged, theme, schedulingGroup, notes, created);
    }

    private static ScheduleEntry entry(UUID account, @Nullable Span shared, @Nullable Span draft) {
        byte[] what = (account + " " + shared + " " + draft).getBytes(UTF_8);
        String id = "SHFT_" + UUID.nameUUIDFromBytes(what);
        return new ScheduleEntry(id, account, shared, draft, false, "blue", null, null, null);
    }
}

package org.teamsavailability.simulator.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads teams and their schedules from data files and control requests.
 *
 * @param now what {@code now} means there
 */
public record TeamReader(Instant now) {
    private static final Map<String, String> PROVISION_STATUSES =
            Map.of(
                    "NotStarted", "NotStarted",
                    "Running", "Running",
                    "Completed", "Completed",
                    "Failed", "Failed");

    /** A team; the field {@code id}, where there is one, is not looked at. */
    public Team team(DataNode data, UUID id) {
        data.only(
                "id",
                "schedule",
                "enabled",
                "provisionStatus",
                "provisionStatusCode",
                "timeZone",
                "shifts",
                "timeOff");
        return new Team(
                id,
                data.flag("schedule", true),
                data.flag("enabled", true),
                data.choice("provisionStatus", "Completed", PROVISION_STATUSES),
                data.text("provisionStatusCode"),
                Objects.requireNonNullElse(data.text("timeZone"), "UTC"),
                entries(data, "shifts", "SHFT_"),
                entries(data, "timeOff", "TOREQ_"));
    }

    private List<ScheduleEntry> entries(DataNode team, String field, String prefix) {
        return team.objects(field).stream().map(data -> entry(data, prefix)).toList();
    }

    private ScheduleEntry entry(DataNode data, String prefix) {
        data.only(
                "id",
                "account",
                "start",
                "end",
                "draft",
                "stagedForDeletion",
                "theme",
                "schedulingGroup",
                "notes",
                "created");
        Span shared = data.has("start") || data.has("end") ? span(data) : null;
        DataNode draft = data.object("draft");
        if (shared == null && draft == null) {
            throw data.bad("start", "is missing", "start and end, a draft, or both");
        }
        return new ScheduleEntry(
                Objects.requireNonNullElseGet(data.text("id"), () -> prefix + UUID.randomUUID()),
                data.guid("account"),
                shared,
                draft == null ? null : span(draft.only("start", "end")),
                data.flag("stagedForDeletion", false),
                Objects.requireNonNullElse(data.text("theme"), "blue"),
                data.text("schedulingGroup"),
                data.text("notes"),
                data.instant("created", now));
    }

    private Span span(DataNode data) {
        Instant start = required(data, "start");
        Instant end = required(data, "end");
        if (!end.isAfter(start)) {
            throw data.bad("end", "is " + end, "an instant after start, " + start);
        }
        return new Span(start, end);
    }

    private Instant required(DataNode data, String field) {
        @Nullable Instant instant = data.instant(field, now);
        if (instant == null) {
            throw data.bad(field, "is missing", TimeText.INSTANT_FORM);
        }
        return instant;
    }
}

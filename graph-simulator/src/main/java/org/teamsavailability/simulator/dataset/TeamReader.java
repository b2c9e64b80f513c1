package org.teamsavailability.simulator.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.commandline.TimeText;
import org.teamsavailability.simulator.dataset.OtherMember.Kind;

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

    private static final Map<String, Kind> KINDS = Labels.of(Kind.values());

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
                "timeOff",
                "displayName",
                "members",
                "otherMembers");
        return new Team(
                id,
                data.flag("schedule", true),
                data.flag("enabled", true),
                data.choice("provisionStatus", "Completed", PROVISION_STATUSES),
                data.text("provisionStatusCode"),
                Objects.requireNonNullElse(data.text("timeZone"), "UTC"),
                entries(data, "shifts", "SHFT_"),
                entries(data, "timeOff", "TOREQ_"),
                Objects.requireNonNullElse(data.text("displayName"), Team.nameOf(id)),
                data.guids("members"),
                data.objects("otherMembers").stream().map(TeamReader::otherMember).toList());
    }

    private static OtherMember otherMember(DataNode data) {
        data.only("id", "type", "displayName");
        return new OtherMember(
                data.guid("id"),
                data.choice("type", Kind.GROUP, KINDS),
                Objects.requireNonNullElse(data.text("displayName"), "No person"));
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

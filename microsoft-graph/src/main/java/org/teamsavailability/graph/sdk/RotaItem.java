package org.teamsavailability.graph.sdk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.RotaSpan;
import tools.jackson.core.JsonParser;

/**
 * What counts of a shift or time off: whose it is, and the span that employees see. Source:
 * Microsoft Graph, "shift resource type", "timeOff resource type".
 */
final class RotaItem {

    /** Microsoft writes the year 1 where there is no time. */
    private static final Instant EARLIEST_END = Instant.parse("2000-01-01T00:00:00Z");

    private final SharedSpan kind;
    private @Nullable UUID account;
    private boolean shared;
    private boolean stagedForDeletion;
    private boolean broken;
    private @Nullable String start;
    private @Nullable String end;

    private RotaItem(SharedSpan kind) {
        this.kind = kind;
    }

    /**
     * Reads a row; null for a draft and for what is staged for deletion.
     *
     * @param json stands at the start of the row
     */
    static @Nullable RotaRow read(JsonParser json, SharedSpan kind) {
        var item = new RotaItem(kind);
        if (!LenientFields.each(json, name -> item.field(json, name))) {
            return RotaRow.NOBODYS;
        }
        return item.row();
    }

    private @Nullable RotaRow row() {
        if (account == null) {
            return RotaRow.NOBODYS;
        }
        if (stagedForDeletion) {
            return null;
        }
        if (broken) {
            return new RotaRow.Unusable(account);
        }
        return shared ? sharedRow(account) : null;
    }

    private RotaRow sharedRow(UUID whose) {
        Instant from = instant(start);
        Instant to = instant(end);
        return from == null || to == null || !to.isAfter(from) || to.isBefore(EARLIEST_END)
                ? new RotaRow.Unusable(whose)
                : new RotaRow.Usable(new RotaSpan(whose, from, to));
    }

    private void field(JsonParser json, String name) {
        if (name.equals(kind.property())) {
            sharedSpan(json);
            return;
        }
        switch (name) {
            case "userId" -> account = Guid.parse(LenientFields.text(json));
            case "isStagedForDeletion" -> stagedForDeletion(json);
            default -> JsonFields.skip(json);
        }
    }

    private void sharedSpan(JsonParser json) {
        json.nextToken();
        shared = LenientFields.each(json, field -> sharedField(json, field));
        broken |= !shared && !LenientFields.wasNull(json);
    }

    private void stagedForDeletion(JsonParser json) {
        Boolean flag = LenientFields.flag(json);
        broken |= flag == null;
        stagedForDeletion = flag != null && flag;
    }

    private void sharedField(JsonParser json, String name) {
        switch (name) {
            case "startDateTime" -> start = LenientFields.text(json);
            case "endDateTime" -> end = LenientFields.text(json);
            default -> JsonFields.skip(json);
        }
    }

    /** Microsoft's times are "always in UTC", so one without an offset is too. */
    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return switch (parse(text)) {
                case OffsetDateTime time -> time.toInstant();
                case TemporalAccessor time -> LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
            };
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static TemporalAccessor parse(String text) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from);
    }
}

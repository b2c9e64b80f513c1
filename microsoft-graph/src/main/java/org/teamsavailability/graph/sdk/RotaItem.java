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

    private final SharedSpan kind;
    private @Nullable UUID account;
    private boolean shared;
    private boolean stagedForDeletion;
    private @Nullable String start;
    private @Nullable String end;

    private RotaItem(SharedSpan kind) {
        this.kind = kind;
    }

    /** Null for a draft, what is staged for deletion, and what is nobody's. */
    static @Nullable RotaSpan read(JsonParser json, SharedSpan kind) {
        var item = new RotaItem(kind);
        JsonFields.each(json, name -> item.field(json, name));
        return item.span();
    }

    private @Nullable RotaSpan span() {
        if (account == null || !shared || stagedForDeletion) {
            return null;
        }
        var span = new RotaSpan(account, instant(start), instant(end));
        if (span.end().isBefore(span.start())) {
            throw new UnexpectedShape();
        }
        return span;
    }

    private void field(JsonParser json, String name) {
        if (name.equals(kind.property())) {
            shared = JsonFields.object(json);
            if (shared) {
                JsonFields.each(json, field -> sharedField(json, field));
            }
            return;
        }
        switch (name) {
            case "userId" -> account = Guid.parse(JsonFields.text(json));
            case "isStagedForDeletion" -> stagedForDeletion = JsonFields.flag(json);
            default -> JsonFields.skip(json);
        }
    }

    private void sharedField(JsonParser json, String name) {
        switch (name) {
            case "startDateTime" -> start = JsonFields.text(json);
            case "endDateTime" -> end = JsonFields.text(json);
            default -> JsonFields.skip(json);
        }
    }

    /** Microsoft's times are "always in UTC", so one without an offset is too. */
    private static Instant instant(@Nullable String text) {
        if (text == null) {
            throw new UnexpectedShape();
        }
        try {
            return switch (parse(text)) {
                case OffsetDateTime time -> time.toInstant();
                case TemporalAccessor time -> LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
            };
        } catch (DateTimeException _) {
            throw new UnexpectedShape();
        }
    }

    private static TemporalAccessor parse(String text) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from);
    }
}

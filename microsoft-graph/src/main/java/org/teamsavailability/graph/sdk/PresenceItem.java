package org.teamsavailability.graph.sdk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.PresenceSignal;
import tools.jackson.core.JsonParser;

/** The four fields of a presence that count. Source: Microsoft Graph, "presence resource type". */
final class PresenceItem {

    record Presence(UUID account, PresenceSignal signal) {}

    private @Nullable UUID account;
    private @Nullable String availability;
    private @Nullable String activity;
    private boolean outOfOffice;

    private PresenceItem() {}

    /** Null where the id is no GUID: it cannot be one that was asked for. */
    static @Nullable Presence read(JsonParser json) {
        var item = new PresenceItem();
        JsonFields.each(json, name -> item.field(json, name));
        return item.account == null
                ? null
                : new Presence(
                        item.account,
                        new PresenceSignal(item.availability, item.activity, item.outOfOffice));
    }

    private void field(JsonParser json, String name) {
        switch (name) {
            case "id" -> account = Guid.parse(JsonFields.text(json));
            case "availability" -> availability = JsonFields.text(json);
            case "activity" -> activity = JsonFields.text(json);
            case "outOfOfficeSettings" -> outOfOffice(json);
            default -> JsonFields.skip(json);
        }
    }

    private void outOfOffice(JsonParser json) {
        if (JsonFields.object(json)) {
            JsonFields.each(json, name -> outOfOfficeField(json, name));
        }
    }

    private void outOfOfficeField(JsonParser json, String name) {
        switch (name) {
            case "isOutOfOffice" -> outOfOffice = JsonFields.flag(json);
            default -> JsonFields.skip(json);
        }
    }
}

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
    private boolean broken;

    private PresenceItem() {}

    /**
     * Reads an entry; one with a field of a wrong type says nothing of its account. Null where the
     * id is no GUID: it cannot be one that was asked for.
     *
     * @param json stands at the start of the entry
     */
    static @Nullable Presence read(JsonParser json) {
        var item = new PresenceItem();
        LenientFields.each(json, name -> item.field(json, name));
        return item.account == null ? null : new Presence(item.account, item.signal());
    }

    private PresenceSignal signal() {
        return broken
                ? PresenceSignal.NONE
                : new PresenceSignal(availability, activity, outOfOffice);
    }

    private void field(JsonParser json, String name) {
        switch (name) {
            case "id" -> account = Guid.parse(LenientFields.text(json));
            case "availability" -> availability = text(json);
            case "activity" -> activity = text(json);
            case "outOfOfficeSettings" -> outOfOffice(json);
            default -> JsonFields.skip(json);
        }
    }

    private @Nullable String text(JsonParser json) {
        String text = LenientFields.text(json);
        broken |= text == null && !LenientFields.wasNull(json);
        return text;
    }

    private void outOfOffice(JsonParser json) {
        json.nextToken();
        boolean object = LenientFields.each(json, name -> outOfOfficeField(json, name));
        broken |= !object && !LenientFields.wasNull(json);
    }

    private void outOfOfficeField(JsonParser json, String name) {
        switch (name) {
            case "isOutOfOffice" -> isOutOfOffice(json);
            default -> JsonFields.skip(json);
        }
    }

    private void isOutOfOffice(JsonParser json) {
        Boolean flag = LenientFields.flag(json);
        broken |= flag == null;
        outOfOffice = flag != null && flag;
    }
}

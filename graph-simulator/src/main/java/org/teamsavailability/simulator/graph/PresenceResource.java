package org.teamsavailability.simulator.graph;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.databind.node.ObjectNode;

/** Graph's resource type {@code presence}. */
record PresenceResource(
        UUID id,
        String availability,
        String activity,
        @Nullable StatusMessage statusMessage,
        OutOfOffice outOfOfficeSettings,
        @Nullable String sequenceNumber,
        @Nullable String workLocation) {

    static PresenceResource of(Account account) {
        String note = account.statusMessage();
        return new PresenceResource(
                account.id(),
                account.availability(),
                account.activity(),
                note == null ? null : new StatusMessage(new Note(note, "text"), null, null),
                new OutOfOffice(account.outOfOfficeMessage(), account.outOfOffice()),
                null,
                null);
    }

    static PresenceResource unknown(UUID id) {
        return of(Account.of(id, "PresenceUnknown", "PresenceUnknown"));
    }

    /** Out of office as a text. */
    ObjectNode withWrongType() {
        ObjectNode entry = Json.MAPPER.valueToTree(this);
        entry.putObject("outOfOfficeSettings")
                .put("isOutOfOffice", String.valueOf(outOfOfficeSettings.isOutOfOffice()));
        return entry;
    }

    ObjectNode withoutId() {
        ObjectNode entry = Json.MAPPER.valueToTree(this);
        entry.remove("id");
        return entry;
    }

    record OutOfOffice(@Nullable String message, boolean isOutOfOffice) {}

    record StatusMessage(
            Note message, @Nullable String publishedDateTime, @Nullable String expiryDateTime) {}

    record Note(String content, String contentType) {}
}

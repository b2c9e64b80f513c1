package org.teamsavailability.simulator.graph;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;

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

    record OutOfOffice(@Nullable String message, boolean isOutOfOffice) {}

    record StatusMessage(
            Note message, @Nullable String publishedDateTime, @Nullable String expiryDateTime) {}

    record Note(String content, String contentType) {}
}

package org.teamsavailability.simulator.dataset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a tenant, and their presence in Microsoft's words, in whichever spelling.
 *
 * @param id the object id
 * @param availability as {@code Busy} or {@code busy}
 * @param activity as {@code InAMeeting} or {@code inAMeeting}
 * @param outOfOffice whether out of office is on
 * @param outOfOfficeMessage the automatic reply; null without one
 * @param statusMessage the note the person set; null without one
 * @param lookup how a presence call answers for them
 */
public record Account(
        UUID id,
        String availability,
        String activity,
        boolean outOfOffice,
        @Nullable String outOfOfficeMessage,
        @Nullable String statusMessage,
        Lookup lookup) {

    /** One with this presence, not out of office and without messages. */
    public static Account of(UUID id, String availability, String activity) {
        return new Account(id, availability, activity, false, null, null, Lookup.FOUND);
    }

    /** The same with another presence. */
    public Account withPresence(String newAvailability, String newActivity) {
        return new Account(
                id,
                newAvailability,
                newActivity,
                outOfOffice,
                outOfOfficeMessage,
                statusMessage,
                lookup);
    }

    /** The same with out of office on or off. */
    public Account withOutOfOffice(boolean on, @Nullable String message) {
        return new Account(id, availability, activity, on, message, statusMessage, lookup);
    }

    /** The same with another note. */
    public Account withStatusMessage(@Nullable String note) {
        return new Account(
                id, availability, activity, outOfOffice, outOfOfficeMessage, note, lookup);
    }

    /** The same, answered for in another way. */
    public Account withLookup(Lookup newLookup) {
        return new Account(
                id,
                availability,
                activity,
                outOfOffice,
                outOfOfficeMessage,
                statusMessage,
                newLookup);
    }
}

package org.teamsavailability.simulator.dataset;

import java.util.Objects;
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
 * @param profile how the directory shows them
 */
public record Account(
        UUID id,
        String availability,
        String activity,
        boolean outOfOffice,
        @Nullable String outOfOfficeMessage,
        @Nullable String statusMessage,
        Lookup lookup,
        Profile profile) {

    /** One with this presence, not out of office and without messages. */
    public static Account of(UUID id, String availability, String activity) {
        return new Account(
                id, availability, activity, false, null, null, Lookup.FOUND, Profile.UNNAMED);
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
                lookup,
                profile);
    }

    /** The same with out of office on or off. */
    public Account withOutOfOffice(boolean on, @Nullable String message) {
        return new Account(id, availability, activity, on, message, statusMessage, lookup, profile);
    }

    /** The same with another note. */
    public Account withStatusMessage(@Nullable String note) {
        return new Account(
                id, availability, activity, outOfOffice, outOfOfficeMessage, note, lookup, profile);
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
                newLookup,
                profile);
    }

    /** The same with another profile. */
    public Account withProfile(Profile other) {
        return new Account(
                id,
                availability,
                activity,
                outOfOffice,
                outOfOfficeMessage,
                statusMessage,
                lookup,
                other);
    }

    /** The sign-in name, in a tenant of this domain. */
    public String signInName(String domain) {
        return Objects.requireNonNullElseGet(profile.userPrincipalName(), () -> id + "@" + domain);
    }

    /** The name people see. */
    public String displayName() {
        return Objects.requireNonNullElseGet(
                profile.displayName(), () -> "Account " + id.toString().substring(0, 8));
    }
}

package org.teamsavailability.mapping.connection.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The open steps of consent flows; those of the transaction's desk, but for {@link #deskOf}. */
public interface ConsentRequestStore {

    /**
     * Crosses desks: it finds out whose state it is.
     *
     * @param hash SHA-256 of the state, as everywhere here
     * @return null where it is nobody's
     */
    @Nullable String deskOf(byte[] hash);

    /** Adds a step. */
    void insert(
            DeskTransaction transaction,
            ConsentRequest request,
            byte[] hash,
            Instant now,
            Instant expiresAt);

    /**
     * Uses a step up. Of two at the same moment the second waits for the first, and then finds it
     * used.
     *
     * @return null where it was used before, is too old or is another step
     */
    @Nullable ConsentRequest useUp(
            DeskTransaction transaction, byte[] hash, FlowStep step, Instant now);

    /** The open step; null where there is none. */
    @Nullable ConsentRequest find(
            DeskTransaction transaction, byte[] hash, FlowStep step, Instant now);

    /** The question whether to connect, answered or not; null where there is none. */
    ConsentRequests.@Nullable Confirmation confirmation(
            DeskTransaction transaction, byte[] hash, Instant now);

    /** Notes that the question was answered, and keeps it for longer. */
    void answer(DeskTransaction transaction, byte[] hash, Instant now, Instant expiresAt);

    /** Until when the step is good; null where it is deleted already. */
    @Nullable Instant expiry(DeskTransaction transaction, byte[] hash);

    /** Deletes what is too old. */
    void deleteExpired(DeskTransaction transaction, Instant now);

    /** Keeps the newest of a step. */
    void keep(DeskTransaction transaction, FlowStep step, int most);

    /** Deletes all but this one. */
    void deleteOthers(DeskTransaction transaction, byte[] hash);
}

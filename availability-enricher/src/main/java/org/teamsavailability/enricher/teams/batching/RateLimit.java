package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;

/**
 * How many calls may start, counted before Microsoft counts them. Touched only in the mailbox of
 * its desk.
 */
interface RateLimit<K> {

    /** From when on a call for this key is within the budget; not after now where it is. */
    Instant opensAt(K key, Instant now);

    /** A call for this key starts. */
    void spend(K key, Instant now);

    /** From when on nothing is counted any more. */
    Instant forgottenAt(Instant now);

    /** Where the pace alone keeps below Microsoft's limit. */
    static <K> RateLimit<K> unlimited() {
        return new RateLimit<>() {
            @Override
            public Instant opensAt(K key, Instant now) {
                return Instant.EPOCH;
            }

            @Override
            public void spend(K key, Instant now) {}

            @Override
            public Instant forgottenAt(Instant now) {
                return Instant.EPOCH;
            }
        };
    }
}

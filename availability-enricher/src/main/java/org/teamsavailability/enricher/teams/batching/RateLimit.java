package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;

/**
 * A rate limit of our own, so that Microsoft's is never reached. Touched only in the executor of
 * its queue.
 */
interface RateLimit<K> {

    /** From when on a call for this key is within the rate limit; not after now where it is. */
    Instant opensAt(K key, Instant now);

    /** A call for this key starts. */
    void recordCall(K key, Instant now);

    /** From when on nothing is counted any more. */
    Instant emptyAt(Instant now);

    /** Where the pace alone keeps below Microsoft's limit. */
    static <K> RateLimit<K> unlimited() {
        return new RateLimit<>() {
            @Override
            public Instant opensAt(K key, Instant now) {
                return Instant.EPOCH;
            }

            @Override
            public void recordCall(K key, Instant now) {}

            @Override
            public Instant emptyAt(Instant now) {
                return Instant.EPOCH;
            }
        };
    }
}

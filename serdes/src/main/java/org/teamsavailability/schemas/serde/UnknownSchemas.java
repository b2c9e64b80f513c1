package org.teamsavailability.schemas.serde;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Ids that the registry did not know when it was last asked. Each is remembered for a minute, so
 * that many records that name it cost one call; then the registry is asked again, because somebody
 * may have registered the schema meanwhile.
 *
 * <p>Any thread.
 */
final class UnknownSchemas {

    /** How long an id is remembered. */
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** So many ids at most; each further one costs a call for every record. */
    static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final Map<Integer, Long> asked = new ConcurrentHashMap<>();

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    UnknownSchemas(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean contains(int id) {
        var at = asked.get(id);
        return at != null && !isOver(at);
    }

    /** The registry has just said that it does not know this id. */
    void add(int id) {
        if (asked.size() >= MOST) {
            asked.values().removeIf(this::isOver);
        }
        if (asked.size() < MOST || asked.containsKey(id)) {
            asked.put(id, nanoTime.getAsLong());
        }
    }

    private boolean isOver(long at) {
        return nanoTime.getAsLong() - at >= REMEMBERED.toNanos();
    }
}

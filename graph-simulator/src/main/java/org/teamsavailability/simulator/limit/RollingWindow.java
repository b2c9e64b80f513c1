package org.teamsavailability.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** So many calls in any stretch of this length. Refused calls count too, as Microsoft's do. */
final class RollingWindow {
    private final int most;
    private final Duration length;
    private final Deque<Instant> latest = new ArrayDeque<>();

    RollingWindow(int most, Duration length) {
        this.most = most;
        this.length = length;
    }

    /** Counts a call; how long to wait where it is one too many, else null. */
    synchronized @Nullable Duration count(Instant now) {
        latest.addLast(now);
        if (latest.size() <= most) {
            return null;
        }
        Instant free = latest.removeFirst().plus(length);
        return free.isAfter(now) ? Duration.between(now, free) : null;
    }
}

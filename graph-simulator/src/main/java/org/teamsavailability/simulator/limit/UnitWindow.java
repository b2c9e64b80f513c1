package org.teamsavailability.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Charge;

/** So many resource units in any stretch of 10 s. Refused calls count too, as Microsoft's do. */
final class UnitWindow {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Deque<Spent> latest = new ArrayDeque<>();
    private long sum;

    /** Counts a call; how long to wait where it is one too many, else null. */
    synchronized @Nullable Duration count(Charge charge, Instant now) {
        while (!latest.isEmpty() && !latest.getFirst().at().plus(LENGTH).isAfter(now)) {
            sum -= latest.removeFirst().units();
        }
        latest.addLast(new Spent(now, charge.units()));
        sum += charge.units();
        long above = sum - charge.allowance();
        if (above <= 0) {
            return null;
        }
        Instant free = now;
        for (Spent spent : latest) {
            free = spent.at().plus(LENGTH);
            above -= spent.units();
            if (above <= 0) {
                break;
            }
        }
        return Duration.between(now, free);
    }

    private record Spent(Instant at, int units) {}
}

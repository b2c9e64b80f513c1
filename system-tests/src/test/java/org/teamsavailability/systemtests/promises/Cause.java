package org.teamsavailability.systemtests.promises;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;

/**
 * One way to a reason: what stands in the way, and what an answer and the fallback topic say of it.
 *
 * @param name what stands in the way
 * @param plot makes it so
 * @param graphStatus Microsoft's status; null where it gave none
 * @param calls whether Microsoft may be asked
 * @param says what message and remedy together name
 * @param saysNot what neither of them names
 */
record Cause(
        String name,
        Reason reason,
        Function<World, Asked> plot,
        AvailabilitySource source,
        Signal signal,
        @Nullable Integer graphStatus,
        boolean calls,
        List<String> says,
        List<String> saysNot) {

    /** Every desk of a cause has so many technicians, all of them candidates. */
    static final int CANDIDATES = 3;

    /** A desk and what it is about to ask. */
    record Asked(Desk desk, DispatchRequested request) {}

    Cause {
        says = List.copyOf(says);
        saysNot = List.copyOf(saysNot);
    }

    /** One that is known without a call, and about all that was wanted: presence and rota. */
    static Cause unasked(String name, Reason reason, Function<World, Asked> plot) {
        return new Cause(
                name,
                reason,
                plot,
                AvailabilitySource.PSA_ONLY,
                Signal.BOTH,
                null,
                false,
                List.of(),
                List.of());
    }

    /** One that shows when Microsoft is asked. */
    static Cause asking(String name, Reason reason, Function<World, Asked> plot) {
        return unasked(name, reason, plot).with(true, null);
    }

    /** Where only this signal was wanted. */
    Cause ofAll(Signal wanted) {
        return new Cause(name, reason, plot, source, wanted, graphStatus, calls, says, saysNot);
    }

    /** Where this signal is missing, and the other was read. */
    Cause ofPart(Signal missing) {
        return new Cause(
                name,
                reason,
                plot,
                AvailabilitySource.TEAMS_PARTIAL,
                missing,
                graphStatus,
                calls,
                says,
                saysNot);
    }

    Cause status(int status) {
        return with(calls, status);
    }

    Cause says(String... parts) {
        return new Cause(
                name, reason, plot, source, signal, graphStatus, calls, List.of(parts), saysNot);
    }

    Cause saysNot(String... parts) {
        return new Cause(
                name, reason, plot, source, signal, graphStatus, calls, says, List.of(parts));
    }

    private Cause with(boolean called, @Nullable Integer status) {
        return new Cause(name, reason, plot, source, signal, status, called, says, saysNot);
    }

    @Override
    public String toString() {
        return reason + ": " + name;
    }
}

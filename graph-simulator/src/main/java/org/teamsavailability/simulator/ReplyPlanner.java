package org.teamsavailability.simulator;

import java.time.Duration;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.fault.Faults;
import org.teamsavailability.simulator.limit.Limits;
import org.teamsavailability.simulator.limit.Throttling;

/** Settles how calls go: limits come before faults, and faults before the ordinary answer. */
final class ReplyPlanner {
    private final Limits limits;
    private final Faults faults;

    ReplyPlanner(Limits limits, Faults faults) {
        this.limits = limits;
        this.faults = faults;
    }

    PlannedReply settle(RecognizedCall recognized, Exchange exchange, Conditions conditions) {
        Duration latency = conditions.latency();
        Throttling throttling = limits.check(recognized, exchange.arrived(), conditions.limits());
        if (throttling != null) {
            Reply reply = FaultyReplies.throttled(recognized, exchange);
            return new PlannedReply(reply, latency, null, throttling);
        }
        Fault fault = faults.meet(recognized);
        if (fault == null) {
            return new PlannedReply(recognized.answer().get(), latency, null, null);
        }
        Reply reply = FaultyReplies.of(fault.effect(), recognized, exchange);
        Throttling ordered =
                fault.effect() instanceof Effect.Throttle(var retryAfter)
                        ? new Throttling(fault.scope().of(recognized.tenant()), retryAfter, false)
                        : null;
        return new PlannedReply(reply, latency.plus(fault.latency()), fault, ordered);
    }
}

package org.teamsavailability.simulator;

import java.time.Duration;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Inquiry;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Fault;
import org.teamsavailability.simulator.fault.Faults;
import org.teamsavailability.simulator.limit.Limits;
import org.teamsavailability.simulator.limit.Throttling;

/** Settles how calls go: limits come before faults, and faults before the ordinary answer. */
final class Courses {
    private final Limits limits;
    private final Faults faults;

    Courses(Limits limits, Faults faults) {
        this.limits = limits;
        this.faults = faults;
    }

    Course settle(Inquiry inquiry, Exchange exchange, Conditions conditions) {
        Duration latency = conditions.latency();
        Throttling throttling = limits.check(inquiry, exchange.arrived(), conditions.limits());
        if (throttling != null) {
            Reply reply = FaultyReplies.throttled(inquiry, exchange);
            return new Course(reply, latency, null, throttling);
        }
        Fault fault = faults.meet(inquiry);
        if (fault == null) {
            return new Course(inquiry.answer().get(), latency, null, null);
        }
        Reply reply = FaultyReplies.of(fault.effect(), inquiry, exchange);
        Throttling ordered =
                fault.effect() instanceof Effect.Throttle(var retryAfter)
                        ? new Throttling(fault.scope().of(inquiry.tenant()), retryAfter, false)
                        : null;
        return new Course(reply, latency.plus(fault.latency()), fault, ordered);
    }
}

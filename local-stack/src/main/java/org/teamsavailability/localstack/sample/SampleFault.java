package org.teamsavailability.localstack.sample;

import java.time.Duration;
import java.util.UUID;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/**
 * What goes wrong at Microsoft during a sample.
 *
 * @param call the calls that fail
 * @param effect how they fail
 */
public record SampleFault(Call call, Effect effect) {

    /** Ways to fail. */
    public enum Effect {
        /** 429, come back in three seconds: later than an answer may wait. */
        THROTTLED,
        /** 503. */
        UNAVAILABLE,
        /** 403. */
        FORBIDDEN,
        /** No answer. */
        HANGS
    }

    /** Sets it for one tenant, until the simulator's faults are cleared. */
    void set(GraphSimulator simulator, UUID tenant) {
        var fault = simulator.faults().on(tenant, call);
        switch (effect) {
            case THROTTLED -> fault.throttle(RetryAfter.in(Duration.ofSeconds(3)));
            case UNAVAILABLE -> fault.status(503);
            case FORBIDDEN -> fault.status(403);
            case HANGS -> fault.hang();
        }
    }
}

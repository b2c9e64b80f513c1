package org.teamsavailability.localstack.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.simulator.journal.Call;

/**
 * What goes wrong at Microsoft during a sample.
 *
 * @param call the calls that fail
 * @param effect how they fail
 */
public record SampleFault(Call call, Effect effect) {

    /** Ways to fail. */
    public enum Effect {
        /** 429, come back in ten seconds: later than the answer may wait. */
        THROTTLED,
        /** 503. */
        UNAVAILABLE,
        /** 403. */
        FORBIDDEN,
        /** No answer. */
        HANGS
    }

    /** How long the answer may take; null for as long as the enricher has it take by itself. */
    @Nullable Duration answeredWithin() {
        return switch (effect) {
            case THROTTLED -> Duration.ofSeconds(8);
            case UNAVAILABLE, FORBIDDEN -> Duration.ofSeconds(30);
            case HANGS -> null;
        };
    }

    /** Sets it for one tenant, until the tenant's faults are cleared. */
    void set(SimulatorControl simulator, UUID tenant) {
        var calls = List.of(call.label());
        simulator.fault(
                tenant,
                switch (effect) {
                    case THROTTLED ->
                            Map.of("calls", calls, "effect", "throttle", "retryAfter", "10");
                    case UNAVAILABLE -> Map.of("calls", calls, "effect", "status", "status", 503);
                    case FORBIDDEN -> Map.of("calls", calls, "effect", "status", "status", 403);
                    case HANGS -> Map.of("calls", calls, "effect", "hang");
                });
    }
}

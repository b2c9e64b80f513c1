package org.teamsavailability.graph.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teamsavailability.graph.GraphFailure;

/** Counts the tokens that Microsoft did not give, by cause. Any thread. */
public final class TokenMeters {

    private final Map<String, Counter> failures;

    public TokenMeters(MeterRegistry registry) {
        failures =
                FailureWord.ALL.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), cause -> counter(cause, registry)));
    }

    public void failed(GraphFailure failure) {
        var counter = failures.get(FailureWord.of(failure));
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(String cause, MeterRegistry registry) {
        return Counter.builder("teams.graph.token.failures")
                .description("Application tokens that Microsoft did not give, by cause")
                .tag("cause", cause)
                .register(registry);
    }
}

package org.teamsavailability.enricher.teams.batching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** Gauges of one workload; each is read when meters are. */
record WorkloadGauges(WorkloadState state, MeterRegistry registry) {

    void register() {
        gauge("waiting", "Reads that wait for their call to start", state.waiting()::getAsInt);
        gauge(
                "budget.used",
                "Highest share of any tenant's budget of calls that is used, 0 to 1",
                state.usage()::highest);
        gauge(
                "budget.left",
                "Calls that the tenant with the least left may still start",
                state.usage()::left);
        String cooldowns = "Cooldowns, by whether their time has not passed or a probe is out";
        stateGauge("cooldowns", cooldowns, "waiting", state::waitingCooldowns);
        stateGauge("cooldowns", cooldowns, "probing", state::probedCooldowns);
        String breakers = "Circuit breakers that are open, by whether a probe is out";
        stateGauge("breakers", breakers, "open", state::openBreakers);
        stateGauge("breakers", breakers, "half-open", state::halfOpenBreakers);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        builder(name, description, value).register(registry);
    }

    private void stateGauge(String name, String description, String tag, Supplier<Number> value) {
        builder(name, description, value).tag("state", tag).register(registry);
    }

    private Gauge.Builder<Supplier<Number>> builder(
            String name, String description, Supplier<Number> value) {
        return Gauge.builder("teams.gateway." + name, value)
                .description(description)
                .tag("workload", state.workload());
    }
}

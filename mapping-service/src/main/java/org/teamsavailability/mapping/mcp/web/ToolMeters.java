package org.teamsavailability.mapping.mcp.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;

/** Calls of tools in numbers. */
final class ToolMeters {

    /** How a call ends. */
    enum Outcome {
        /** The agent gets a result. */
        ANSWERED,
        /** The arguments, or what they name, are refused. */
        REFUSED,
        /** The API key lacks the scope. */
        SCOPE_MISSING,
        /** A limit is reached, or Kafka or the database is unavailable. */
        UNAVAILABLE,
        /** A defect. */
        FAILED
    }

    private final MeterRegistry registry;

    ToolMeters(MeterRegistry registry, List<AgentTool> tools) {
        this.registry = registry;
        for (var tool : tools) {
            for (var outcome : Outcome.values()) {
                calls(tool, outcome);
            }
        }
    }

    private Counter calls(AgentTool tool, Outcome outcome) {
        return Counter.builder("teams.availability.mcp.calls")
                .description("Calls of tools by AI agents, by how they ended")
                .tag("tool", tool.name())
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** Counts a call. */
    void ended(AgentTool tool, Outcome outcome) {
        calls(tool, outcome).increment();
    }
}

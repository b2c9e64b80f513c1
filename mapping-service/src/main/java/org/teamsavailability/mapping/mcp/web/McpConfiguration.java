package org.teamsavailability.mapping.mcp.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.availability.AvailabilityRequests;
import org.teamsavailability.mapping.decision.Decisions;
import org.teamsavailability.mapping.technician.MappedTechnicians;
import org.teamsavailability.mapping.web.RefusalProblems;
import tools.jackson.databind.json.JsonMapper;

/** How the MCP server is put together: a tool is there if it is in the list. */
@Configuration(proxyBeanMethods = false)
class McpConfiguration {

    @Bean
    AgentTool checkAvailability(AvailabilityRequests requests, JsonMapper json, Clock clock) {
        return new CheckAvailability(requests, new ToolArguments(json), clock);
    }

    @Bean
    AgentTool explainDecision(Decisions decisions, JsonMapper json) {
        return new ExplainDecision(decisions, new ToolArguments(json));
    }

    @Bean
    AgentTool listTechnicians(MappedTechnicians technicians, JsonMapper json) {
        return new ListTechnicians(technicians, new ToolArguments(json));
    }

    @Bean
    McpEngine mcpEngine(List<AgentTool> tools, RefusalProblems refusals, MeterRegistry meters) {
        return new McpEngine(tools, new ToolCalls(refusals, new ToolMeters(meters, tools)));
    }

    @Bean
    McpRequests mcpRequests(McpEngine engine, List<AgentTool> tools) {
        return new McpRequests(engine, tools);
    }
}
